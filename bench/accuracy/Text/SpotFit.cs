using System.Globalization;
using VideoIndex.Accuracy.Fitting;
using VideoIndex.Accuracy.Text.Planting;
using VideoIndex.Looks;
using VideoIndex.ScreenText;
using VideoIndex.Vision.ScreenText.Lines;
using VideoIndex.Vision.ScreenText.Strokes;

namespace VideoIndex.Accuracy.Text;

/// <summary>Chooses the weights of <see cref="TextCertainty"/> on generated clips and says how well they do, as the whole numbers they become.</summary>
internal static class SpotFit
{
    private sealed record Weighed(TextSample Sample, int Frame, List<TextLine> Lines);

    public static void Run(IEnumerable<TextSample> samples)
    {
        var looks = samples.SelectMany(Weigh).ToList();
        var rows = looks.SelectMany(Rows).ToList();
        var fitted = LogisticRegression.Fit(rows);
        var scale = TextCertainty.StepsPerOdds * TextCertainty.Fine;
        var (constant, weights) = ((int)Math.Round(fitted[0] * scale), fitted.Skip(1).Select(weight => (int)Math.Round(weight * scale)).ToArray());
        Console.WriteLine($"{looks.Count} looks, {rows.Count} lines, {rows.Count(row => row.Yes)} of them words");
        Console.WriteLine($"constant {constant}, weights {string.Join(", ", weights)}");
        foreach (var (name, weight) in LineTerms.Names.Zip(weights))
        {
            Console.WriteLine($"{name}: {weight}");
        }

        Print("as they are", looks, TextCertainty.Weigh);
        Print("as fitted", looks, terms => TextCertainty.Weigh(terms, weights, constant));
    }

    private static void Print(string name, List<Weighed> looks, Func<IReadOnlyList<int>, byte> weigh)
    {
        for (var least = 0; least <= 192; least += least == 0 ? 96 : 8)
        {
            var (planted, found, wrong, plain, plainFound) = (0, 0, 0, 0, 0);
            foreach (var look in looks)
            {
                var weighed = look.Lines.Select(line => line with { Certainty = weigh(line.Terms) }).Where(line => line.Certainty >= least);
                var lines = (least == 0 ? weighed : Rivals.Choose(weighed).Take(LineFinder.MostLines)).Select(Place).ToList();
                var places = Places(look).ToList();
                planted += places.Count;
                found += places.Count(place => place.Place.Within(lines) >= 0.8);
                plain += places.Count(place => place.Line is { Tilt: 0, Height: >= 20 });
                plainFound += places.Count(place => place.Line is { Tilt: 0, Height: >= 20 } && place.Place.Within(lines) >= 0.8);
                wrong += lines.Count(line => line.Within([.. places.Select(place => place.Place with { Height = place.Place.Height * 1.5 })]) < 0.25);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}, least {least}: recall {(double)found / planted:0.000}, of level lines of 20 pixels and higher {(double)plainFound / plain:0.000}, false {(double)wrong / looks.Count:0.00} a look"));
        }
    }

    private static IEnumerable<Weighed> Weigh(TextSample sample)
    {
        var watcher = new Watcher();
        foreach (var look in LookReader.Read(sample.File, TextClip.Width, TextClip.Height, TextClip.Rate, watcher))
        {
            yield return new Weighed(sample, look.Frame, watcher.Lines);
        }
    }

    private static IEnumerable<(Planted Line, Tilted Place)> Places(Weighed look) =>
        Enumerable.Range(0, look.Sample.Clip.Lines.Count).Select(at => (Line: look.Sample.Clip.Lines[at], Place: look.Sample.Truth.Place(at, look.Frame)))
            .Where(line => line.Line.Opacity(look.Frame) > 0.7 && line.Place is { X: > 0 and < TextClip.Width, Y: > 0 and < TextClip.Height });

    private static Tilted Place(TextLine line)
    {
        var (x, y) = line.Point((line.From + line.To) / 2, (line.Top + line.Foot) / 2);
        return new Tilted(x, y, line.To - line.From, line.Foot - line.Top, line.Tenths / 10.0);
    }

    // Words are what covers a planted line, is about as high, and is of its shade; what is part of one, or lies partly in one, is left out.
    private static IEnumerable<(double[] Columns, bool Yes)> Rows(Weighed look)
    {
        var places = Places(look).ToList();
        foreach (var line in look.Lines)
        {
            var place = Place(line);
            var all = place.Within([.. places.Select(other => other.Place with { Height = other.Place.Height * 1.3 })]);
            var own = places.Where(other => place.Within([other.Place with { Height = other.Place.Height * 1.3 }]) > 0.7).ToList();
            var yes = own.Exists(other => line.Light == (other.Line.Ink != Ink.Dark) && line.Capital > other.Line.Height * 0.6 && line.Capital < other.Line.Height * 1.7
                && Math.Abs(line.Tenths / 10.0 - other.Line.Tilt) < 6);
            var whole = own.Exists(other => other.Place.Within([place]) > 0.7);
            if ((yes && whole) || all < 0.1 || (!yes && own.Exists(other => line.Light != (other.Line.Ink != Ink.Dark))))
            {
                yield return ([.. line.Terms.Select(term => (double)term)], yes);
            }
        }
    }

    private sealed class Watcher : ITextSpotter
    {
        private readonly LineFinder _finder = new(Kernels.Best);
        private readonly Pyramid _picture = new(Kernels.Best);

        public List<TextLine> Lines { get; private set; } = [];

        public void Pass(long timestamp, ReadOnlySpan<byte> gray)
        {
        }

        public SpottedText Look(long timestamp, in LookPicture picture)
        {
            _picture.Take(picture.Luma, picture.Width, picture.Height);
            Lines = _finder.All(_picture, 0);
            return new SpottedText(new TextLook(timestamp, [], []), []);
        }
    }
}
