/** The installation in a cluster: made, looked at, brought to newer versions, taken away. */
@NullMarked
package io.fluxj.cli.install;

import org.jspecify.annotations.NullMarked;
