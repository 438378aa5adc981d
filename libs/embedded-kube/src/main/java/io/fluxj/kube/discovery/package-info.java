/** What the server says about itself: groups, resources, OpenAPI documents, tables. */
@NullMarked
package io.fluxj.kube.discovery;

import org.jspecify.annotations.NullMarked;
