/** JSON values: parsing, copying, comparing; the representation of every object in this library. */
@NullMarked
package io.fluxj.kube.json;

import org.jspecify.annotations.NullMarked;
