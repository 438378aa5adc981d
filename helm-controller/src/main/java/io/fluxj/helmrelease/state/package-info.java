/** What state a release is in. */
@NullMarked
package io.fluxj.helmrelease.state;

import org.jspecify.annotations.NullMarked;
