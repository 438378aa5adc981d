package io.fluxj.cli.get;

import io.fluxj.cli.object.FluxObject;
import java.util.function.Function;

/** One column: its heading, and what it says of an object. */
record Column(String heading, Function<FluxObject, String> cell) {}
