/** What the cluster has instead of what was released, and how that is put right. */
@NullMarked
package io.fluxj.helmrelease.drift;

import org.jspecify.annotations.NullMarked;
