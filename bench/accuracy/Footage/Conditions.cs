using VideoIndex.Accuracy.Scenes;
using VideoIndex.Timing;

namespace VideoIndex.Accuracy.Footage;

/// <summary>What footage goes through whatever it shows: rates, repeated frames, grain, bars, coders.</summary>
internal static class Conditions
{
    private static readonly FrameRate[] Rates =
        [FrameRate.NtscFilm, FrameRate.Pal, FrameRate.Pal, FrameRate.Ntsc, FrameRate.Pal50, FrameRate.Ntsc60];

    private static readonly string[] Encodings =
    [
        "-c:v libx264 -preset veryfast -crf 20", "-c:v libx264 -preset ultrafast -crf 30", "-c:v libx264 -preset superfast -crf 27 -g 48",
        "-c:v libx264 -preset veryfast -crf 34", "-c:v mpeg2video -q:v 3", "-c:v mpeg2video -q:v 10 -bf 2", "-c:v mpeg4 -q:v 5",
        "-c:v mpeg4 -q:v 14", "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -crf 40 -b:v 0",
    ];

    /// <summary>Draws a rate, how often a frame is shown, and a look.</summary>
    public static (FrameRate Rate, int Repeats, Look Look) Any(Random random)
    {
        var rate = Rates[random.Next(Rates.Length)];
        var repeats = random.Next(8) switch { 0 => 2, 1 when rate == FrameRate.Ntsc => 0, _ => 1 };
        return (rate, repeats, new Look(
            Gain: random.Next(6) == 0 ? 0.2 + random.NextDouble() * 0.2 : 1,
            Grain: random.Next(3) == 0 ? 2 + random.NextDouble() * 14 : 0,
            Bars: random.Next(5) == 0,
            Bug: random.Next(3) == 0,
            Combed: repeats == 1 && random.Next(9) == 0,
            Third: random.Next(5) == 0 ? random.Next(40, 200) : 0));
    }

    /// <summary>Draws a coder and how good it is.</summary>
    public static IReadOnlyList<string> Encoding(Random random, Family family)
    {
        var soft = random.Next(4) == 0 ? $"-vf scale={family.SoftSizes[random.Next(family.SoftSizes.Count)]},scale={Picture.Width}:{Picture.Height} " : "";
        return (soft + Encodings[random.Next(Encodings.Length)]).Split(' ');
    }
}
