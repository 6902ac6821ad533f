using System.Globalization;
using VideoIndex.Testing.Clips;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Tests.Frames;

/// <summary>A time as somebody may write it, and the frame that is meant, by its place.</summary>
internal sealed record Draw(string Text, int Frame);

/// <summary>Draws times at random from what is planted in a clip; what the product makes of the clip is not asked.</summary>
internal static class Draws
{
    private static readonly Rational Instant = new(1, 1_000_000_000);

    public static IReadOnlyList<Draw> From(CounterRecipe recipe, bool labelled, int count)
    {
        var random = new Random(20261120);
        var labels = labelled ? Labels(recipe) : [];
        return [.. Enumerable.Range(0, count).Select(_ => One(recipe, labels, random))];
    }

    private static Draw One(CounterRecipe recipe, List<string> labels, Random random)
    {
        var frame = random.Next(recipe.Frames);
        var start = recipe.StartOf(frame).Seconds;
        var next = frame + 1 < recipe.Frames ? recipe.StartOf(frame + 1).Seconds : start + new Rational(1, 100);
        var middle = (start + next) * new Rational(1, 2);
        return new Draw(
            random.Next(labels.Count > 0 ? 8 : 7) switch
            {
                0 => $"{start.Numerator}/{start.Denominator}",
                1 => $"{(next - Instant).Numerator}/{(next - Instant).Denominator}",
                2 => $"{middle.Numerator}/{middle.Denominator}",
                3 => Decimal(start, 3),
                4 => Decimal(start, 6),
                5 => Decimal(start, 9),
                6 => Decimal(middle, 3),
                _ => labels[frame],
            },
            frame);
    }

    // The nearest decimal, as printed.
    private static string Decimal(Rational seconds, int digits)
    {
        var unit = (long)Math.Pow(10, digits);
        var (whole, part) = Math.DivRem((seconds * new Rational(unit, 1)).Round(), unit);
        return string.Create(CultureInfo.InvariantCulture, $"{whole}.{part.ToString("D" + digits, CultureInfo.InvariantCulture)}");
    }

    // Counts on from the first label one name after the other, as a tape machine does.
    private static List<string> Labels(CounterRecipe recipe)
    {
        var dropFrame = recipe.StartLabel?.Contains(';', StringComparison.Ordinal) ?? recipe.Rate.SupportsDropFrame;
        var (labels, skipped) = (new List<string>(), recipe.Rate.Nominal / 15);
        int[] at = [.. (recipe.StartLabel ?? "00:00:00:00").Split(':', ';').Select(int.Parse)];
        var before = recipe.StartLabel is null ? (recipe.StartOf(0).Seconds * recipe.Rate.FramesPerSecond).Round() : 0;
        for (var count = 0L; count < before + recipe.Frames; count++)
        {
            labels.Add($"{at[0]:00}:{at[1]:00}:{at[2]:00}{(dropFrame ? ';' : ':')}{at[3]:00}");
            for (var (place, limit) = (3, recipe.Rate.Nominal); ++at[place] == limit; (place, limit) = (place - 1, 60))
            {
                at[place] = 0;
            }

            at[3] = dropFrame && at is [_, var minute, 0, 0] && minute % 10 != 0 ? skipped : at[3];
        }

        return labels[(int)before..];
    }
}
