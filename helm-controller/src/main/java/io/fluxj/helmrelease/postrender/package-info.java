/** What is changed in rendered manifests before they are released. */
@NullMarked
package io.fluxj.helmrelease.postrender;

import org.jspecify.annotations.NullMarked;
