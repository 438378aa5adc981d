package io.fluxj.runtime.client;

import io.fluxj.runtime.metrics.ControllerMetrics;
import io.fluxj.runtime.options.ClientOptions;

/**
 * What all Kubernetes clients of a controller have in common.
 *
 * @param controller named as the user agent
 * @param options how many requests each may send where the server does not limit them itself
 * @param metrics count their requests
 * @param fence asked before every write
 */
public record ClientRules(String controller, ClientOptions options, ControllerMetrics metrics, WriteFence fence) {}
