using System.Globalization;

namespace VideoIndex.Accuracy.Logos.Marks;

/// <summary>Sets words.</summary>
internal static class Lettering
{
    private const int Capital = 200, Margin = 60;

    /// <summary>Returns a word in one ink, trimmed; capitals are 200 pixels high. Letters are A to Z.</summary>
    public static Mark Set(string word, Typeface face, Ink ink) => (face.File is null ? Drawn(word, face, ink) : Printed(word, face, ink)).Trim();

    private static Mark Drawn(string word, Typeface face, Ink ink)
    {
        var gap = (face.Weight + face.Spacing) * Capital;
        var width = (int)(word.Sum(letter => (Strokes.Width(letter) * face.Wide * Capital) + gap) + (face.Slant * Capital)) + (2 * Margin);
        var stencil = new Stencil(width, Capital + (2 * Margin));
        var pen = Pen(face);
        var left = (double)Margin;
        foreach (var letter in word)
        {
            var wide = Strokes.Width(letter) * face.Wide * Capital;
            foreach (var line in Strokes.Lines(letter, face.Power))
            {
                stencil.Sweep([.. line.Select(Place)], pen);
                for (var at = 0; at < line.Count && face.Serifs; at += Math.Max(1, line.Count - 1))
                {
                    var beside = line[at == 0 ? 1 : at - 1];
                    if (line[at].Y is 0 or 1 && Math.Abs(beside.X - line[at].X) < 0.3 && Math.Abs(beside.Y - line[at].Y) > 0.4)
                    {
                        var bar = face.Weight * Capital * 0.9;
                        var (x, y) = Place(line[at]);
                        stencil.Sweep([(x - bar, y), (x + bar, y)], [.. pen.Select(point => (point.X * 0.5, point.Y * 0.5))]);
                    }
                }
            }

            (double X, double Y) Place((double X, double Y) point) =>
                (left + (point.X * wide) + ((1 - point.Y) * face.Slant * Capital), Margin + (point.Y * Capital));

            left += wide + gap;
        }

        return new Mark(width, stencil.Height).Paint(stencil.Cover(), ink);
    }

    private static (double X, double Y)[] Pen(Typeface face)
    {
        var (wide, high) = (face.Weight * Capital / 2, face.Weight * face.Contrast * Capital / 2);
        (double X, double Y)[] pen = face.Square
            ? [(-wide, -high), (wide, -high), (wide, high), (-wide, high)]
            : [.. Enumerable.Range(0, 20).Select(at => (wide * Math.Cos(at * Math.PI / 10), high * Math.Sin(at * Math.PI / 10)))];
        var (cosine, sine) = (Math.Cos(face.Turn), Math.Sin(face.Turn));
        return [.. pen.Select(point => ((point.X * cosine) - (point.Y * sine), (point.X * sine) + (point.Y * cosine)))];
    }

    // Each letter by itself, so that the spacing is ours.
    private static Mark Printed(string word, Typeface face, Ink ink)
    {
        const int Size = 274, Cell = 420, High = 420;
        var letters = face.Small ? word.ToLowerInvariant() : word;
        var filters = letters.Select((letter, at) => string.Create(
            CultureInfo.InvariantCulture,
            $"drawtext=fontfile=/usr/share/fonts/truetype/dejavu/{face.File}.ttf:text={letter}:fontsize={Size}:fontcolor=white:x={(at * Cell) + 60}:y={High - 120}-ascent"));
        var sheet = new byte[Cell * letters.Length * High];
        using var ffmpeg = Ffmpeg.Start(
            ["-f", "lavfi", "-i", $"color=black:s={Cell * letters.Length}x{High}:d=1:r=1,format=gray,{string.Join(',', filters)}", "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "gray", "-"],
            input: false);
        ffmpeg.StandardOutput.BaseStream.ReadExactly(sheet);
        Ffmpeg.Finish(ffmpeg);
        var (cover, left) = (new byte[Cell * letters.Length * 2 * High], Margin);
        var width = Cell * letters.Length * 2;
        for (var at = 0; at < letters.Length; at++)
        {
            left += Copy(sheet, Cell * letters.Length, at * Cell, cover, width, left, face) + (int)((face.Spacing + 0.04) * Capital);
        }

        return new Mark(width, High).Paint(cover, ink);

        static int Copy(byte[] sheet, int stride, int from, byte[] to, int width, int left, Typeface face)
        {
            var inked = Enumerable.Range(from, Cell).Where(x => Enumerable.Range(0, High).Any(y => sheet[(y * stride) + x] > 64)).ToList();
            if (inked.Count == 0)
            {
                return Capital / 2;
            }

            var (first, wide) = (inked[0], inked[^1] - inked[0] + 1);
            var stretched = (int)(wide * face.Wide);
            for (var y = 0; y < High; y++)
            {
                var lean = (int)((High - 120 - y) * face.Slant);
                for (var x = 0; x < stretched; x++)
                {
                    var place = (y * width) + Math.Clamp(left + x + lean, 0, width - 1);
                    to[place] = Math.Max(to[place], Share(sheet[(y * stride) + first + (int)(x / face.Wide)]));
                }
            }

            return stretched;
        }

        // Black is 16 and white 235.
        static byte Share(byte luma) => (byte)Math.Clamp((luma - 16) * 255 / 219, 0, 255);
    }
}
