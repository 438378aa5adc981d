/** {@code status.history}: what was seen of releases in Helm's records. */
@NullMarked
package io.fluxj.helmrelease.history;

import org.jspecify.annotations.NullMarked;
