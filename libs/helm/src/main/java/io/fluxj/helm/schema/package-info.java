/** Values against JSON schemas, with the messages of Helm. */
@NullMarked
package io.fluxj.helm.schema;

import org.jspecify.annotations.NullMarked;
