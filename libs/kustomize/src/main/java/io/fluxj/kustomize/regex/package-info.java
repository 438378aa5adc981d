/** Regular expressions of users: RE2, linear in time, bounded in size. */
@NullMarked
package io.fluxj.kustomize.regex;

import org.jspecify.annotations.NullMarked;
