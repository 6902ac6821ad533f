using VideoIndex.Logos;
using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;

namespace VideoIndex.Tests.Logos;

public sealed class SightingPackingTests
{
    [Fact]
    public void Sightings_come_back_as_they_are_kept()
    {
        LogoSighting[] sightings =
        [
            new(3, Quad.Of(new Affine(0.5, 0.1, 100.25, -0.1, 0.5, -20.5), 200, 100), 12.34, 9, 0.4, true) { Pixels = 0.876 },
            new(70_000, Quad.Of(new Affine(1, 0, 0, 0, 1, 0), 10, 10), 0.5, 3, 1, false),
        ];

        var kept = SightingPacking.Pack(sightings);
        var read = SightingPacking.Unpack(kept);

        Assert.Equal(92, kept.Length);
        Assert.Equal(kept, SightingPacking.Pack(read));
        Assert.Equal(sightings.Select(one => (one.Look, one.Score, one.Matches, one.Inverted)), read.Select(one => (one.Look, one.Score, one.Matches, one.Inverted)));
        Assert.Equal([0.876, null], read.Select(one => one.Pixels));
        Assert.All(sightings.Zip(read), pair => Assert.True(pair.First.Corners.Overlap(pair.Second.Corners) > 0.98));
    }
}
