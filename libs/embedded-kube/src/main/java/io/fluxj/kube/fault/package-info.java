/** Failures on demand, for tests of clients. */
@NullMarked
package io.fluxj.kube.fault;

import org.jspecify.annotations.NullMarked;
