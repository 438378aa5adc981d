/** Versions and ranges by the rules of Masterminds/semver. */
@NullMarked
package io.fluxj.semver;

import org.jspecify.annotations.NullMarked;
