package org.lamplight.office.sip.proxy;

import java.util.List;
import org.lamplight.office.sip.transport.Flow;

/**
 * Where a request may go.
 *
 * @param uri the Request-URI there
 * @param flow the way
 * @param routes proxies to pass, nearest first
 */
public record Target(String uri, Flow flow, List<String> routes) {}
