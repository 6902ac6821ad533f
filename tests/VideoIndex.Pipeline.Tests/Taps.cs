using VideoIndex.Looks;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Shots;

namespace VideoIndex.Pipeline.Tests;

/// <summary>Taps that only score: the films here have no pictures to sketch.</summary>
internal static class Taps
{
    public static FrameTaps With(IFrameScorer scorer) => new(scorer, new Blank(), null, null);

    private sealed class Blank : IFrameSketcher
    {
        public void Sketch(ReadOnlySpan<byte> gray, Span<byte> sketch) => sketch.Clear();
    }
}
