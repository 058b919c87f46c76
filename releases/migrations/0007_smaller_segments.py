from django.db import migrations

import releases.models.search_row

BEFORE, AFTER = 64_000, 15_360


def resize(segment: int, fillfactor: int) -> str:
    """Bitmaps of another length, made anew from the rows that they sum up.

    Readers wait for as long as that takes: about a second per 100,000 bulletins.
    """
    return f"""
        TRUNCATE releases_facetbits;
        DROP AGGREGATE conste_bits_of(int, int);
        ALTER TABLE releases_facetbits
            ALTER COLUMN bits TYPE bit({segment}) USING bits::bit({segment}),
            SET (fillfactor = {fillfactor});
        ALTER TABLE releases_facetbits ALTER COLUMN bits SET STORAGE PLAIN;
        CREATE AGGREGATE conste_bits_of(int, int) (
            SFUNC = set_bit, STYPE = bit, INITCOND = '{"0" * segment}'
        );
        INSERT INTO releases_facetbits (facet, segment, bits)
        SELECT facet, release_id / {segment}, conste_bits_of((release_id % {segment})::int, 1)
        FROM releases_searchrow, unnest(facets) facet
        GROUP BY 1, 2 ORDER BY 1, 2;
    """


class Migration(migrations.Migration):
    dependencies = [
        ("releases", "0006_desk"),
    ]

    operations = [
        migrations.RunSQL(
            # Room on each page for one more row lets an update stay on its page.
            resize(AFTER, 75),
            resize(BEFORE, 100),
            state_operations=[
                migrations.AlterField(
                    model_name="facetbits",
                    name="bits",
                    field=releases.models.search_row.BitString(length=AFTER),
                ),
            ],
        ),
    ]
