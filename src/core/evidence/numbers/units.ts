/** Units of measure by their usual spellings, and those whose conversion is exact. */

import type { Amount } from './quantity';

export interface UnitWord {
  readonly kind: 'percent' | 'dimension' | 'number';
  readonly unit: string;
  /** Power of ten that the number is multiplied by: -1 for ‰, which is read as a percentage. */
  readonly exponent: number;
}

type Row = readonly [unit: string, spellings: string];

/** Makes a table of spellings from a table of units. */
const read = (kind: UnitWord['kind'], rows: readonly Row[], exponent = 0) =>
  rows.flatMap(([unit, spellings]) =>
    spellings.split('|').map((spelling) => [spelling, { kind, unit, exponent }] as const),
  );

/** Symbols, read with their case: `MW` isn't `mW`. */
export const SYMBOLS: ReadonlyMap<string, UnitWord> = new Map(
  read('dimension', [
    ['t', 't'],
    ['kt', 'kt|KT'],
    ['Mt', 'Mt|MT|Mmt'],
    ['Gt', 'Gt'],
    ['kg', 'kg|Kg|KG'],
    ['g', 'g'],
    ['mg', 'mg'],
    ['ug', 'ug|mcg|μg'],
    ['lb', 'lb|lbs|lbm'],
    ['oz', 'oz'],
    ['ct', 'ct'],
    ['km', 'km|Km|KM'],
    ['m', 'm'],
    ['dm', 'dm'],
    ['cm', 'cm|CM'],
    ['mm', 'mm'],
    ['um', 'um|μm'],
    ['nm', 'nm'],
    ['mi', 'mi'],
    ['ft', 'ft'],
    ['yd', 'yd|yds'],
    ['in', 'inch|in'],
    ['nmi', 'nmi'],
    ['km2', 'km2|sqkm|sq km|sq. km'],
    ['m2', 'm2|sqm|sq m|sq. m'],
    ['cm2', 'cm2'],
    ['ha', 'ha'],
    ['mi2', 'mi2|sq mi'],
    ['ft2', 'ft2|sqft|sq ft|sq. ft'],
    ['m3', 'm3'],
    ['km3', 'km3'],
    ['cm3', 'cm3|cc'],
    ['bcm', 'bcm'],
    ['tcm', 'tcm'],
    ['L', 'l|L|ltr'],
    ['mL', 'ml|mL|ML'],
    ['cl', 'cl'],
    ['hl', 'hl|hL'],
    ['bbl', 'bbl|bbls'],
    ['bpd', 'bpd|b/d'],
    ['boe', 'boe'],
    ['gal', 'gal'],
    ['W', 'W'],
    ['kW', 'kW|KW|kw'],
    ['MW', 'MW'],
    ['GW', 'GW'],
    ['TW', 'TW'],
    ['Wh', 'Wh'],
    ['kWh', 'kWh|KWh|kwh|KWH'],
    ['MWh', 'MWh'],
    ['GWh', 'GWh'],
    ['TWh', 'TWh'],
    ['kV', 'kV'],
    ['V', 'V'],
    ['mA', 'mA'],
    ['mAh', 'mAh'],
    ['kVA', 'kVA'],
    ['MVA', 'MVA'],
    ['hp', 'hp|bhp|PS'],
    ['J', 'J'],
    ['kJ', 'kJ'],
    ['MJ', 'MJ'],
    ['GJ', 'GJ'],
    ['PJ', 'PJ'],
    ['EJ', 'EJ'],
    ['kcal', 'kcal'],
    ['BTU', 'Btu|BTU'],
    ['MMBtu', 'MMBtu|mmBtu'],
    ['Pa', 'Pa'],
    ['kPa', 'kPa'],
    ['MPa', 'MPa'],
    ['hPa', 'hPa'],
    ['mmHg', 'mmHg|mm Hg'],
    ['bar', 'bar'],
    ['psi', 'psi'],
    ['Nm', 'Nm'],
    ['kN', 'kN'],
    ['Hz', 'Hz'],
    ['kHz', 'kHz'],
    ['MHz', 'MHz'],
    ['GHz', 'GHz'],
    ['dB', 'dB'],
    ['bit', 'bit|bits'],
    ['kB', 'KB|kB'],
    ['MB', 'MB'],
    ['GB', 'GB'],
    ['TB', 'TB'],
    ['PB', 'PB'],
    ['Mbps', 'Mbps|Mbit/s'],
    ['Gbps', 'Gbps|Gbit/s'],
    ['TFLOPS', 'TFLOPS|TFLOPs'],
    ['TOPS', 'TOPS'],
    ['px', 'px'],
    ['dpi', 'dpi'],
    ['h', 'h|hr|hrs'],
    ['min', 'min|mins'],
    ['s', 's|sec|secs'],
    ['ms', 'ms'],
    ['us', 'μs'],
    ['ns', 'ns'],
    ['km/h', 'km/h|kph|kmh|km/hr'],
    ['mph', 'mph'],
    ['m/s', 'm/s'],
    ['kn', 'kn'],
    ['rpm', 'rpm'],
    ['°C', '°C|℃|° C|ºC'],
    ['°F', '°F|℉|° F|ºF'],
    ['K', 'K'],
    ['mol', 'mol'],
    ['ppm', 'ppm'],
    ['ppb', 'ppb'],
    ['rad', 'rad'],
    ['TEU', 'TEU|TEUs'],
    ['CO2e', 'CO2e'],
    ['tCO2', 'tCO2|tCO2e'],
    ['MtCO2', 'MtCO2|MtCO2e'],
    ['GtCO2', 'GtCO2|GtCO2e'],
  ]).concat(
    read('number', [['°', '°|º']]),
    read('percent', [
      ['%', '%'],
      ['pp', 'pp|ppt|ppts|p.p.|%p|%-points'],
    ]),
    read('percent', [['%', '‰']], -1),
    read('percent', [['pp', 'bp|bps']], -2),
  ),
);

/** A unit, and the factor that converts another unit to it. */
interface Converted {
  readonly unit: string;
  readonly factor: number;
}

const EXACT: ReadonlyMap<string, Converted> = new Map(
  (
    [
      ['ug', ['g', 1e-6]],
      ['mg', ['g', 1e-3]],
      ['kg', ['g', 1e3]],
      ['jin', ['g', 500]],
      ['liang', ['g', 50]],
      ['t', ['g', 1e6]],
      ['kt', ['g', 1e9]],
      ['Mt', ['g', 1e12]],
      ['Gt', ['g', 1e15]],
      ['nm', ['m', 1e-9]],
      ['um', ['m', 1e-6]],
      ['mm', ['m', 1e-3]],
      ['cm', ['m', 1e-2]],
      ['dm', ['m', 0.1]],
      ['km', ['m', 1e3]],
      ['li', ['m', 500]],
      ['cm2', ['m2', 1e-4]],
      ['ha', ['m2', 1e4]],
      ['km2', ['m2', 1e6]],
      ['cm3', ['L', 1e-3]],
      ['mL', ['L', 1e-3]],
      ['cl', ['L', 1e-2]],
      ['hl', ['L', 100]],
      ['m3', ['L', 1e3]],
      ['km3', ['L', 1e12]],
      ['bcm', ['L', 1e12]],
      ['kW', ['W', 1e3]],
      ['MW', ['W', 1e6]],
      ['GW', ['W', 1e9]],
      ['TW', ['W', 1e12]],
      ['kWh', ['Wh', 1e3]],
      ['MWh', ['Wh', 1e6]],
      ['GWh', ['Wh', 1e9]],
      ['TWh', ['Wh', 1e12]],
      ['kJ', ['J', 1e3]],
      ['MJ', ['J', 1e6]],
      ['GJ', ['J', 1e9]],
      ['PJ', ['J', 1e15]],
      ['EJ', ['J', 1e18]],
      ['kV', ['V', 1e3]],
      ['kPa', ['Pa', 1e3]],
      ['MPa', ['Pa', 1e6]],
      ['hPa', ['Pa', 100]],
      ['kHz', ['Hz', 1e3]],
      ['MHz', ['Hz', 1e6]],
      ['GHz', ['Hz', 1e9]],
      ['ns', ['s', 1e-9]],
      ['us', ['s', 1e-6]],
      ['ms', ['s', 1e-3]],
      ['min', ['s', 60]],
      ['h', ['s', 3600]],
      ['day', ['s', 86400]],
      ['week', ['s', 604800]],
      ['year', ['month', 12]],
      ['decade', ['month', 120]],
      ['century', ['month', 1200]],
      ['in', ['m', 0.0254]],
      ['ft', ['m', 0.3048]],
      ['yd', ['m', 0.9144]],
      ['mi', ['m', 1609.344]],
      ['ft2', ['m2', 0.09290304]],
      ['acre', ['m2', 4046.8564224]],
      ['mi2', ['m2', 2589988.110336]],
      ['lb', ['g', 453.59237]],
      ['mph', ['km/h', 1.609344]],
      ['jiao', ['CNY', 0.1]],
      ['fen', ['CNY', 0.01]],
    ] as const
  ).map(([name, [unit, factor]]) => [name, { unit, factor }]),
);

/** Returns the unit that `unit` converts to without rounding, with the factor; else the same unit, with 1. */
export function inBaseUnit(unit: string): Converted {
  return EXACT.get(unit) ?? { unit, factor: 1 };
}

/** Returns the lower end of an amount in its base unit, from {@link inBaseUnit}. */
export function sizeOf({ low, unit }: Pick<Amount, 'low' | 'unit'>): number {
  return unit === null ? low : low * inBaseUnit(unit).factor;
}

/** Returns one unit in the last digit of an amount, in its base unit. */
export function stepOf({ step, unit }: Pick<Amount, 'step' | 'unit'>): number {
  return unit === null ? step : step * inBaseUnit(unit).factor;
}
