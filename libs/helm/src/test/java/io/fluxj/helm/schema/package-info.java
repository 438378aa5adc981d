/** Tests of what schemas refuse. */
@NullMarked
package io.fluxj.helm.schema;

import org.jspecify.annotations.NullMarked;
