package dev.callsift.ui.review;

import dev.callsift.review.ReasonFigures.WeekShare;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small line over weeks, in a box of 120 by 28 whose bottom is zero.
 *
 * @param points of the line, for SVG
 * @param lastX where it ends
 * @param lastY where it ends
 * @param text the same in words
 */
record Sparkline(String points, String lastX, String lastY, String text) {

    private static final double WIDTH = 114;
    private static final double LEFT = 3;
    private static final double TOP = 3;
    private static final double HEIGHT = 22;

    static Sparkline of(List<WeekShare> weeks) {
        double most = weeks.stream().mapToDouble(Sparkline::value).max().orElse(0);
        double scale = most == 0 ? 0 : HEIGHT / most;
        double step = weeks.size() < 2 ? 0 : WIDTH / (weeks.size() - 1);
        String points = IntStream.range(0, weeks.size())
                .mapToObj(i -> at(LEFT + i * step) + "," + at(y(weeks.get(i), scale)))
                .collect(Collectors.joining(" "));
        return new Sparkline(points, at(LEFT + (weeks.size() - 1) * step), at(y(weeks.getLast(), scale)), text(weeks));
    }

    private static double value(WeekShare week) {
        return week.share().value();
    }

    private static double y(WeekShare week, double scale) {
        return TOP + HEIGHT - value(week) * scale;
    }

    private static String at(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }

    private static String text(List<WeekShare> weeks) {
        WeekShare highest =
                weeks.stream().max(Comparator.comparingDouble(Sparkline::value)).orElseThrow();
        return weeks.size() + " weeks: " + Figure.percent(weeks.getFirst().share()) + " in "
                + weeks.getFirst().week() + ", "
                + Figure.percent(weeks.getLast().share()) + " in "
                + weeks.getLast().week() + "; highest " + Figure.percent(highest.share()) + " in " + highest.week();
    }
}
