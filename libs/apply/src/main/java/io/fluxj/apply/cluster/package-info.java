/** The Kubernetes API as this library uses it: JSON trees over the HTTP client of a fabric8 client. */
@NullMarked
package io.fluxj.apply.cluster;

import org.jspecify.annotations.NullMarked;
