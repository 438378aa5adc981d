/** The helm controller: HelmReleases, installed from charts and kept in the cluster. */
@NullMarked
package io.fluxj.helmrelease;

import org.jspecify.annotations.NullMarked;
