/** The CRDs against the reference, the classes and the published files. */
@NullMarked
package io.fluxj.api.schema;

import org.jspecify.annotations.NullMarked;
