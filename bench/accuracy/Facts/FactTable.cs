using System.Globalization;
using VideoIndex.Accuracy.Scenes;
using VideoIndex.Accuracy.Scoring;
using VideoIndex.Looks;
using VideoIndex.Tags;

namespace VideoIndex.Accuracy.Facts;

/// <summary>Compares what was planted with what was said, label by label.</summary>
internal static class FactTable
{
    private static readonly string[] Moves = ["static", "pan left", "pan right", "tilt up", "tilt down", "zoom in", "zoom out", "handheld"];

    public static void Print(IReadOnlyList<FactSample> samples, IReadOnlyList<FactPeers> peers, bool mistakes)
    {
        Console.WriteLine("| what | by | precision | recall | F1, 95 % interval | right | wrong | missed | start off by, frames | end off by, frames |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var move in Moves)
        {
            Line(move, "VideoIndex", [.. samples.Select(sample => OfShots(sample, TagKinds.Motion, move, Planted(move), mistakes))]);
        }

        foreach (var colour in Enum.GetValues<BasicColour>().Skip(3).Select(ColourNames.LabelOf))
        {
            Line(colour, "VideoIndex", [.. samples.Select(sample => OfShots(
                sample, TagKinds.Colour, colour, shot => shot.Paint is { } paint ? ColourNames.LabelOf(paint.Colour) == colour : null, mistakes))]);
        }

        foreach (var label in (string[])["black", "freeze", "still", "credits", "colour bars"])
        {
            Spans(label, "VideoIndex", samples, [.. samples.Select(sample => Found(sample, label))], mistakes);
        }

        Spans("black", "ffmpeg blackdetect", samples, [.. peers.Select(peer => peer.Black)], false);
        Spans("freeze", "ffmpeg freezedetect", samples, [.. peers.Select(peer => peer.Frozen)], false);
        Spans("freeze or still", "ffmpeg freezedetect", samples, [.. peers.Select(peer => peer.Frozen)], false);
        Spans("freeze or still", "VideoIndex", samples, [.. samples.Select(sample => (IReadOnlyList<(int, int)>)[.. Found(sample, "freeze"), .. Found(sample, "still")])], false);
        Line("bars around the picture", "VideoIndex", [.. samples.Select(OfBars)]);
        Line("bars around the picture", "ffmpeg cropdetect", [.. samples.Zip(peers, (sample, peer) => OfBars(sample.Clip.Bars, peer.Bars))]);
    }

    // A shot of no camera move may be anything: null. What is drawn small and moved by hand may be too little to be seen.
    private static Func<FactShot, bool?> Planted(string move) => shot =>
        shot.Kind == move ? true : Moves.Contains(shot.Kind) ? false : null;

    private static Marking OfShots(FactSample sample, string kind, string label, Func<FactShot, bool?> planted, bool mistakes)
    {
        var sum = default(Marking);
        foreach (var (shot, span) in sample.Clip.Shots.Zip(sample.Clip.Spans))
        {
            var said = sample.Tags.Where(tag => tag.Kind == kind && tag.Label == label).Sum(tag =>
            {
                var frames = sample.FramesOf(tag);
                return Math.Max(0, Math.Min(frames.Until, span.Until) - Math.Max(frames.First, span.First));
            });
            var moving = shot.Frames - shot.Freeze.Length;
            var marking = planted(shot) switch
            {
                true => said * 2 >= moving ? new Marking(1, 0, 0) : new Marking(0, 0, 1),
                false => label != "static" && said * 3 >= moving || said * 3 >= shot.Frames * 2 ? new Marking(0, 1, 0) : default,
                null => default,
            };
            sum += marking;
            if (mistakes && marking.Wrong + marking.Missed > 0)
            {
                Console.Error.WriteLine(
                    $"{sample.Clip.Name} {span} {shot.Kind} {shot.Speed:0.000} things {shot.Things.Count} {shot.Paint}: {label} {(marking.Wrong > 0 ? "wrong" : "missed")}; grain {sample.Clip.Grain:0} gain {sample.Clip.Gain:0.0}; " +
                    string.Join(" | ", sample.Tags.Where(tag => tag.Kind == kind && sample.FramesOf(tag).First < span.Until && sample.FramesOf(tag).Until > span.First)
                        .Select(tag => $"{tag.Label} {sample.FramesOf(tag)} {tag.How}")));
            }
        }

        return sum;
    }

    private static IReadOnlyList<(int First, int Until)> Found(FactSample sample, string label) =>
        [.. sample.Tags.Where(tag => tag.Kind == TagKinds.Picture && tag.Label == label).Select(sample.FramesOf)];

    private static List<(int First, int Until)> Truth(FactClip clip, string label)
    {
        var spans = new List<(int First, int Until)>();
        foreach (var (shot, span) in clip.Shots.Zip(clip.Spans))
        {
            if (shot.Kind == label || label == "freeze or still" && shot.Kind == "still")
            {
                if (spans.Count > 0 && spans[^1].Until == span.First && shot.Kind is "black" or "colour bars")
                {
                    spans[^1] = spans[^1] with { Until = span.Until };
                }
                else
                {
                    spans.Add(span);
                }
            }

            if (label.StartsWith("freeze", StringComparison.Ordinal) && shot.Freeze.Length > 0)
            {
                spans.Add((span.First + shot.Freeze.At, span.First + shot.Freeze.At + shot.Freeze.Length + 1)); // the frame it froze on is the first
            }
        }

        return spans;
    }

    private static void Spans(string label, string by, IReadOnlyList<FactSample> samples, IReadOnlyList<IReadOnlyList<(int First, int Until)>> found, bool mistakes)
    {
        var (starts, ends, markings) = (new List<int>(), new List<int>(), new List<Marking>());
        foreach (var (sample, said) in samples.Zip(found))
        {
            var left = said.Where(span => !label.StartsWith("freeze", StringComparison.Ordinal) || !IsStillByNature(sample.Clip, span)).ToList();
            var (right, missed) = (0, 0);
            foreach (var truth in Truth(sample.Clip, label))
            {
                var best = left.FindIndex(span => 2 * Common(span, truth) >= Math.Max(span.Until, truth.Until) - Math.Min(span.First, truth.First));
                (right, missed) = best < 0 ? (right, missed + 1) : (right + 1, missed);
                if (best >= 0)
                {
                    starts.Add(Math.Abs(left[best].First - truth.First));
                    ends.Add(Math.Abs(left[best].Until - truth.Until));
                    left.RemoveAt(best);
                }
                else if (mistakes)
                {
                    Console.Error.WriteLine($"{sample.Clip.Name} {string.Join(' ', sample.Clip.Encoding)} {truth}: {label} missed; grain {sample.Clip.Grain:0}");
                }
            }

            if (mistakes && left.Count > 0)
            {
                Console.Error.WriteLine($"{sample.Clip.Name} {string.Join(' ', left)}: {label} wrong; {string.Join(' ', sample.Clip.Shots.Zip(sample.Clip.Spans, (shot, span) => $"{shot.Kind}{span}{shot.Freeze}"))}");
            }

            markings.Add(new Marking(right, left.Count, missed));
        }

        Line(label, by, markings, $"{OffBy(starts)} | {OffBy(ends)}");
    }

    // Black and colour bars stand still, and whoever says so is neither right nor wrong.
    private static bool IsStillByNature(FactClip clip, (int First, int Until) span) =>
        2 * clip.Shots.Zip(clip.Spans).Where(pair => pair.First.Kind is "black" or "colour bars").Sum(pair => Common(pair.Second, span)) >= span.Until - span.First;

    private static int Common((int First, int Until) one, (int First, int Until) other) =>
        Math.Max(0, Math.Min(one.Until, other.Until) - Math.Max(one.First, other.First));

    private static string OffBy(List<int> frames)
    {
        frames.Sort();
        return frames.Count == 0 ? "-" : $"{frames[frames.Count / 2]} in the middle, {frames[frames.Count * 9 / 10]} in 9 of 10, {frames[^1]} at most";
    }

    private static Marking OfBars(FactSample sample)
    {
        var (rows, columns) = (0, 0);
        foreach (var tag in sample.Tags.Where(tag => tag.Box is not null && tag.Label is "letterbox" or "pillarbox"))
        {
            var frames = sample.FramesOf(tag);
            if (10 * (frames.Until - frames.First) >= 8 * sample.Evidence.Count)
            {
                rows = (int)Math.Round(tag.Box!.Value.Top * (double)Picture.Height / PictureBox.Whole);
                columns = (int)Math.Round(tag.Box!.Value.Left * (double)Picture.Width / PictureBox.Whole);
            }
        }

        return OfBars(sample.Clip.Bars, (rows, columns));
    }

    // Right within three pixels of the drawn picture, on both axes.
    private static Marking OfBars((int Rows, int Columns) truth, (int Rows, int Columns) found)
    {
        var right = Math.Abs(truth.Rows - found.Rows) <= 3 && Math.Abs(truth.Columns - found.Columns) <= 3;
        return truth == default ? right ? default : new Marking(0, 1, 0) : right ? new Marking(1, 0, 0) : new Marking(0, found == default ? 0 : 1, 1);
    }

    private static void Line(string what, string by, IReadOnlyList<Marking> markings, string offBy = "| ")
    {
        var all = markings.Aggregate((a, b) => a + b);
        var (low, high) = Marking.Interval(markings);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {by} | {all.Precision:0.000} | {all.Recall:0.000} | {all.F1:0.000}, {low:0.000}-{high:0.000} | {all.Right} | {all.Wrong} | {all.Missed} | {offBy} |"));
    }
}
