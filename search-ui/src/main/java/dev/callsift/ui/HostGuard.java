package dev.callsift.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests under a foreign host name. A server on the loopback address is open to every page in the same browser whose
 * owner points his own name at 127.0.0.1 (DNS rebinding); the name gives such a request away.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class HostGuard extends OncePerRequestFilter {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final boolean open;
    private final Set<String> allowed;

    HostGuard(@Value("${server.address}") InetAddress address, UiSettings settings) {
        this.open = !address.isLoopbackAddress() && settings.allowedHosts().isEmpty();
        this.allowed = Stream.concat(LOOPBACK.stream(), settings.allowedHosts().stream())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (open || allowed.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(421);
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.getWriter()
                .println("This host name is not one callsift answers to; add it to callsift.ui.allowed-hosts.");
    }
}
