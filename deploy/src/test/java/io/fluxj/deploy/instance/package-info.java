@NullMarked
package io.fluxj.deploy.instance;

import org.jspecify.annotations.NullMarked;
