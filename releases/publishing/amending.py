"""Small changes of a content's words that a person asks for with one click. Nothing is stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from releases.editorial.findings import Finding
from releases.publishing.content import BulletinContent, clean_text
from releases.vocabulary import TextField

_LISTS = (TextField.SUMMARY.value, TextField.BODY.value)


def join_paragraphs(content: BulletinContent, index: int) -> BulletinContent:
    """The paragraph at `index` (from 0) joined to the one before it.

    The first paragraph, and one that is not there, stay as they are.
    """
    body = content.body
    if not 0 < index < len(body):
        return content
    joined = f"{body[index - 1]} {body[index]}"
    return replace(content, body=(*body[: index - 1], joined, *body[index + 1 :]))


def points_into_body(content: BulletinContent) -> BulletinContent:
    """The summary points as the first paragraphs, where the reader took them for points."""
    return replace(content, summary_points=(), body=(*content.summary_points, *content.body))


def apply_fix(
    content: BulletinContent,
    findings: Iterable[Finding],
    *,
    key: str,
    field: str,
    paragraph: int | None,
) -> BulletinContent:
    """The content with the fix that the finding `key` offers, at the place where it was shown.

    `findings` are those of this very content. Without a finding of that key and place, or without
    a fix, the content stays as it is.
    """
    for finding in findings:
        here = (finding.key, finding.field, finding.paragraph) == (key, field, paragraph)
        if here and finding.fix is not None:
            return _with_fix(content, finding, finding.fix)
    return content


def _with_fix(content: BulletinContent, finding: Finding, fix: str) -> BulletinContent:
    def fixed(text: str) -> str:
        return clean_text(text[: finding.start] + fix + text[finding.end :])

    value = getattr(content, finding.field)
    changed: dict[str, Any] = {finding.field: value}
    if finding.field in _LISTS and finding.paragraph is not None:
        parts = list(value)
        parts[finding.paragraph] = fixed(parts[finding.paragraph])
        changed[finding.field] = tuple(part for part in parts if part)
    else:
        changed[finding.field] = fixed(value)
    return replace(content, **changed)
