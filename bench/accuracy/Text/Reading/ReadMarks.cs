using System.Globalization;
using VideoIndex.Accuracy.Text.Planting;
using VideoIndex.Looks;
using VideoIndex.Tags;

namespace VideoIndex.Accuracy.Text.Reading;

/// <summary>Compares the words that were claimed with the words that were planted.</summary>
internal sealed class ReadMarks
{
    // A word has to be on the screen this many frames for a look to be sure to see it whole.
    private const int LeastFrames = 14;

    private readonly List<(Planted Line, string Word, bool Read, int? Start, int? End)> _words = [];
    private readonly List<string> _wrong = [];
    private readonly List<(int Claimed, int Right, int Read, int Planted)> _clips = [];
    private int _claimed, _right;

    public void Add(TextSample sample, IReadOnlyList<Tag> tags)
    {
        var (claims, before) = (tags.Select(Claim.Of).ToList(), _words.Count);
        for (var at = 0; at < sample.Clip.Lines.Count; at++)
        {
            var (line, number) = (sample.Clip.Lines[at], at);
            var shown = Enumerable.Range(line.From, line.To - line.From).Where(frame => Whole(sample.Truth.Place(number, frame))).ToList();
            var words = line.Words.Split(' ').Select(Plain).ToList();
            foreach (var claim in claims.Where(claim => claim.From < line.To && line.From < claim.To && shown.Count > 0 && Near(claim, sample, number, shown)))
            {
                claim.Right.UnionWith(words);
            }

            if (shown.Count < LeastFrames)
            {
                continue;
            }

            foreach (var word in words)
            {
                var read = claims.Where(claim => claim.Words.Contains(word) && claim.From < line.To && line.From < claim.To && Near(claim, sample, number, shown)).ToList();
                var (start, end) = read.Count == 0 ? (0, 0) : (read.Min(claim => claim.From) - shown[0] - ((line.Fade - 1) / 2), read.Max(claim => claim.To) - shown[^1] - 1 + line.Fade / 2);
                _words.Add((line, word, read.Count > 0, read.Count == 0 || line.Pace != Pace.Still || line.From == 0 ? null : start, read.Count == 0 || line.Pace != Pace.Still || line.To == TextClip.Frames ? null : end));
            }
        }

        _clips.Add((claims.Sum(claim => claim.Words.Count), claims.Sum(claim => claim.Words.Count(claim.Right.Contains)),
            _words.Skip(before).Count(word => word.Read), _words.Count - before));
        foreach (var claim in claims)
        {
            _claimed += claim.Words.Count;
            _right += claim.Words.Count(claim.Right.Contains);
            _wrong.AddRange(claim.Words.Where(word => !claim.Right.Contains(word)).Select(word => $"{sample.Clip.Name} {sample.Clip.Backdrop}: '{word}' in '{claim.Tag.Label}' {claim.From}-{claim.To} {claim.Tag.Box} {claim.Tag.Confidence}"));
        }
    }

    /// <summary>Returns how many words of each kind were planted, and how many of these were read.</summary>
    public IEnumerable<(string Name, int Planted, int Read)> Rows()
    {
        yield return Row("level, still or slow, clear, 20 pixels and higher", line => line is { Tilt: 0, Height: >= 20, Contrast: >= 60 } && line.Pace != Pace.Moving);
        yield return Row("level, still or slow, 20 pixels and higher", line => line is { Tilt: 0, Height: >= 20 } && line.Pace != Pace.Moving);
        foreach (var by in (Func<Planted, string>[])[
            line => $"{line.Height:00} pixels high", line => line.Contrast < 60 ? "faint" : "clear", line => line.Ink.ToString(),
            line => $"tilted by {Math.Abs(line.Tilt):00} degrees", line => line.Pace.ToString(), line => line.Kind])
        {
            foreach (var name in _words.Select(word => by(word.Line)).Distinct().Order(StringComparer.Ordinal))
            {
                yield return Row(name, line => by(line) == name);
            }
        }
    }

    public void Print(bool mistakes)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"words claimed {_claimed}, right {_right}, precision {(double)_right / Math.Max(1, _claimed):0.000}; read {_words.Count(word => word.Read)} of {_words.Count}, {(double)_words.Count(word => word.Read) / Math.Max(1, _words.Count):0.000}"));
        PrintInterval("precision", clip => (clip.Right, clip.Claimed));
        PrintInterval("recall", clip => (clip.Read, clip.Planted));
        PrintTimes("starts, at once", [.. _words.Where(word => word.Line.Fade == 1).Select(word => word.Start).OfType<int>()]);
        PrintTimes("starts, faded", [.. _words.Where(word => word.Line.Fade > 1).Select(word => word.Start).OfType<int>()]);
        PrintTimes("ends, at once", [.. _words.Where(word => word.Line.Fade == 1).Select(word => word.End).OfType<int>()]);
        PrintTimes("ends, faded", [.. _words.Where(word => word.Line.Fade > 1).Select(word => word.End).OfType<int>()]);
        foreach (var line in mistakes ? _words.Where(word => !word.Read).Select(word => $"missed '{word.Word}' of {word.Line}").Concat(_wrong.Select(word => "wrong " + word)) : [])
        {
            Console.WriteLine(line);
        }
    }

    // Clips drawn anew, as many as there are, with replacement (B. Efron, 1979): words of a clip are not independent of each other.
    private void PrintInterval(string name, Func<(int Claimed, int Right, int Read, int Planted), (int Part, int Of)> share)
    {
        const int Draws = 2_000;
        var (random, shares) = (new Random(1), new List<double>());
        for (var draw = 0; draw < Draws; draw++)
        {
            var drawn = _clips.Select(_ => share(_clips[random.Next(_clips.Count)])).ToList();
            shares.Add((double)drawn.Sum(one => one.Part) / Math.Max(1, drawn.Sum(one => one.Of)));
        }

        shares.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: 95 % of {Draws} draws of {_clips.Count} clips between {shares[Draws / 40]:0.000} and {shares[Draws - 1 - (Draws / 40)]:0.000}"));
    }

    private (string Name, int Planted, int Read) Row(string name, Func<Planted, bool> which)
    {
        var words = _words.Where(word => which(word.Line)).ToList();
        return (name, words.Count, words.Count(word => word.Read));
    }

    private static void PrintTimes(string name, List<int> errors)
    {
        if (errors.Count > 0)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}: {errors.Count}, exact {errors.Count(error => error == 0)}, within one frame {errors.Count(error => Math.Abs(error) <= 1)}, within 13 (half a second) {errors.Count(error => Math.Abs(error) <= 13)}"));
        }
    }

    private static bool Whole(Tilted place) =>
        place.X - place.Width / 2 > 4 && place.X + place.Width / 2 < TextClip.Width - 4 && place.Y - place.Height > 4 && place.Y + place.Height < TextClip.Height - 4;

    // The middle of the claim's box comes near the line's middle at one of the frames both are there.
    private static bool Near(Claim claim, TextSample sample, int line, List<int> shown)
    {
        foreach (var frame in shown.Where(frame => frame >= claim.From - 13 && frame < claim.To + 13))
        {
            var place = sample.Truth.Place(line, frame);
            var ((x, y), reach) = (claim.Middle, place.Height * 1.5 + Math.Abs(Math.Sin(place.Degrees * Math.PI / 180)) * place.Width / 2);
            if (Math.Abs(x - place.X) < place.Width / 2 + 20 && Math.Abs(y - place.Y) < reach)
            {
                return true;
            }
        }

        return false;
    }

    public static string Plain(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private sealed record Claim(Tag Tag, int From, int To, IReadOnlyList<string> Words, HashSet<string> Right)
    {
        public (double X, double Y) Middle => Tag.Box is { } box
            ? ((box.Left + box.Width / 2.0) * TextClip.Width / PictureBox.Whole, (box.Top + box.Height / 2.0) * TextClip.Height / PictureBox.Whole)
            : default;

        public static Claim Of(Tag tag) => new(
            tag, Frame(tag.Span.Start.Seconds), Frame(tag.Span.End.Seconds), [.. tag.Label.Split(' ').Select(Plain).Where(word => word.Length > 0)], []);

        private static int Frame(Timing.Rational seconds) => (int)Math.Round((double)seconds.Numerator / seconds.Denominator * TextClip.Rate);
    }
}
