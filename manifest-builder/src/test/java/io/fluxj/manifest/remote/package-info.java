@NullMarked
package io.fluxj.manifest.remote;

import org.jspecify.annotations.NullMarked;
