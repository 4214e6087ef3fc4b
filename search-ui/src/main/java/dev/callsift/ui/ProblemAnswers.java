package dev.callsift.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/** Answers what failed, as a page for people and as problem details for programs, and logs it once under the same id. */
@Controller
@ControllerAdvice
final class ProblemAnswers implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);

    /** @return null when the browser has gone, as it does whenever someone jumps within a recording */
    @ExceptionHandler(Exception.class)
    @Nullable
    Object answer(Exception cause, HttpServletRequest request, HttpServletResponse response) {
        if (cause instanceof AsyncRequestNotUsableException || response.isCommitted()) {
            log.debug("{}: the reader left", request.getRequestURI());
            return null;
        }
        return answer(Problem.of(cause), request.getRequestURI(), cause, request);
    }

    /** What failed before it reached a controller. */
    @RequestMapping("${server.error.path:/error}")
    Object answer(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        HttpStatus known = status instanceof Integer code ? HttpStatus.valueOf(code) : HttpStatus.NOT_FOUND;
        Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return answer(Problem.of(known), path == null ? "/" : path.toString(), cause, request);
    }

    private static Object answer(Problem problem, String path, @Nullable Throwable cause, HttpServletRequest request) {
        write(problem, path, cause);
        if (wantsPage(path, request)) {
            return new ModelAndView("problem", Map.of("problem", problem), problem.status());
        }
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.json());
    }

    private static boolean wantsPage(String path, HttpServletRequest request) {
        if (request.getHeader("HX-Request") != null) {
            return true;
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean forPrograms = path.startsWith("/api/") || path.endsWith("/audio");
        return !forPrograms && accept != null && accept.contains("text/html");
    }

    private static void write(Problem problem, String path, @Nullable Throwable cause) {
        if (problem.status().value() >= 500) {
            log.error("[{}] {}: {}", problem.id(), path, problem.title(), cause);
        } else {
            log.info("[{}] {}: {}", problem.id(), path, problem.title());
        }
    }
}
