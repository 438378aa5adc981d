/** {@code migrate}: from API versions that are gone to those that are stored, in the cluster and in files. */
@NullMarked
package io.fluxj.cli.migrate;

import org.jspecify.annotations.NullMarked;
