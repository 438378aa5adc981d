/** ConfigMaps and Secrets that wake the objects that read them. */
@NullMarked
package io.fluxj.runtime.config;

import org.jspecify.annotations.NullMarked;
