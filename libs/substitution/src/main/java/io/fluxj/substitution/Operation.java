package io.fluxj.substitution;

/** What an expression does with the value of its variable. */
enum Operation {
    /** {@code ${v}} */
    VALUE,
    /** {@code ${#v}}: the number of bytes */
    LENGTH,
    /** {@code ${v^}} */
    UPPER_FIRST,
    /** {@code ${v^^}} */
    UPPER,
    /** {@code ${v,}} */
    LOWER_FIRST,
    /** {@code ${v,,}} */
    LOWER,
    /** {@code ${v:n}}, {@code ${v:n:length}}: in bytes */
    SUBSTRING,
    /** {@code ${v#glob}} */
    SHORTEST_PREFIX,
    /** {@code ${v##glob}} */
    LONGEST_PREFIX,
    /** {@code ${v%glob}} */
    SHORTEST_SUFFIX,
    /** {@code ${v%%glob}} */
    LONGEST_SUFFIX,
    /** {@code ${v=d}}, {@code ${v:=d}}, {@code ${v:-d}}, and, as Flux reads them, {@code ${v:+d}} and {@code ${v:?d}} */
    DEFAULT,
    /** {@code ${v/old/new}} */
    REPLACE_FIRST,
    /** {@code ${v//old/new}} */
    REPLACE_ALL,
    /** {@code ${v/#old/new}} */
    REPLACE_PREFIX,
    /** {@code ${v/%old/new}} */
    REPLACE_SUFFIX
}
