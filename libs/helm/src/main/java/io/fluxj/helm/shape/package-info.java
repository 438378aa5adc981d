/** Reading YAML and JSON into Go's structs, with the messages of Go. */
@NullMarked
package io.fluxj.helm.shape;

import org.jspecify.annotations.NullMarked;
