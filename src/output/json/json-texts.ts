/** An exact amount with its currency: `12.40 EUR`. @pattern ^-?\d+(\.\d+)? [A-Z]{3}$ */
export type MoneyText = string;

/** An exact decimal: `38.5`. @pattern ^-?\d+(\.\d+)?$ */
export type DecimalText = string;

/** A day: `2026-11-25`. @pattern ^\d{4}-\d\d-\d\d$ */
export type DateText = string;

/** A moment with its offset, ISO 8601: `2026-11-25T16:20:00+01:00`. @pattern ^\d{4}-\d\d-\d\dT\d\d:\d\d */
export type InstantText = string;

/** Hex digits. @pattern ^[0-9a-f]{64}$ */
export type Sha256Text = string;
