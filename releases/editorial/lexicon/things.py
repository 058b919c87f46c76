"""Vehicles and other things that give a number beside them its meaning. All folded."""

from __future__ import annotations

from releases.language.folding import word_set

VEHICLES = word_set(
    """
    vehiculo automovil auto coche carro camioneta camion autobus microbus combi taxi sedan
    motocicleta moto motoneta cuatrimoto tractocamion trailer remolque semirremolque unidad van
    vagoneta pipa grua torton rabon volteo urvan sprinter pick-up pickup suv hatchback compacto
    deportivo mototaxi bicitaxi minibus ambulancia tsuru jetta versa march chevy aveo sentra
    pointer vento polo golf tiida corsa spark beat matiz gol vocho platina civic accord corolla
    hilux tacoma ranger lobo silverado cheyenne estaquitas np300 frontier explorer expedition
    suburban tahoe nissan chevrolet volkswagen ford toyota honda mazda kia hyundai seat renault
    peugeot dodge jeep bmw audi mercedes italika yamaha suzuki bajaj kenworth freightliner
    international isuzu hino ram attitude figo fiesta focus fusion
    """
)

AIRCRAFT = word_set(
    "helicoptero aeronave avioneta avion dron drones ultraligero lancha embarcacion"
)
