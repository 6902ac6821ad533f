using VideoIndex.Shots;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Facts;

/// <summary>A stretch of a video in frames.</summary>
internal readonly record struct Stretch(int First, int Until)
{
    public int Frames => Until - First;

    public bool Meets(Stretch other) => First < other.Until && other.First < Until;

    /// <summary>Returns the stretches in which every frame answers yes, of those from one frame up to another.</summary>
    public static IEnumerable<Stretch> Where(int first, int until, Func<int, bool> answer)
    {
        for (var frame = first; frame < until; frame++)
        {
            if (answer(frame))
            {
                var start = frame;
                while (frame < until && answer(frame))
                {
                    frame++;
                }

                yield return new Stretch(start, frame);
            }
        }
    }
}

/// <summary>What a fact is made from: whose frames, and how a stretch of them becomes a tag.</summary>
internal sealed record FactSource(VideoId Video, FrameEvidence Evidence)
{
    /// <summary>Returns how long a stretch is on screen, in seconds.</summary>
    public double Seconds(Stretch stretch) => (Span(stretch).End - Span(stretch).Start).Seconds.ToDouble();

    public MediaSpan Span(Stretch stretch) => new(
        Evidence.TimeOf(stretch.First), stretch.Until < Evidence.Count ? Evidence.TimeOf(stretch.Until) : Evidence.End);

    /// <summary>Makes a tag.</summary>
    /// <param name="stretch">Where it holds.</param>
    /// <param name="kind">Of <see cref="TagKinds"/>.</param>
    /// <param name="label">The word.</param>
    /// <param name="sure">How sure, held between a half and 0.99: a measure is never certain, and what is less likely than not is not said.</param>
    /// <param name="how">How it was found.</param>
    public Tag Tag(Stretch stretch, string kind, string label, double sure, string how) =>
        new(Video, Span(stretch), kind, label, new Confidence(Math.Round(Math.Clamp(sure, 0.5, 0.99), 2)), new Origin("model", "shot-facts", ShotFacts.Version))
        {
            How = how,
        };

    /// <summary>Returns how sure a measure makes: a half where it just suffices, and more up to where it is twice that.</summary>
    public static double Sure(double measure, double enough) => 0.5 + 0.5 * Math.Clamp((measure - enough) / enough, 0, 0.98);
}
