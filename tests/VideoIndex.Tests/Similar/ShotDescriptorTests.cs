using VideoIndex.Looks;
using VideoIndex.Shots;
using VideoIndex.Similar.Evidence;
using VideoIndex.Testing.Contracts;
using VideoIndex.Timing;

namespace VideoIndex.Tests.Similar;

public sealed class ShotDescriptorTests
{
    private const int Frames = 20;

    [Fact]
    public void A_shot_is_wholly_like_itself_and_each_part_says_so()
    {
        var shot = Described(Evidence(seed: 1));
        Assert.Equal(1, Alike(shot, shot), 0.001);
        Assert.All(ShotDescriptor.Compare(shot, shot), part => Assert.Equal(1, part.Alike, 0.001));
        Assert.Equal(["layout", "colour", "light", "edges", "motion"], ShotDescriptor.Compare(shot, shot).Select(part => part.Name));
        Assert.Equal(1, ShotDescriptor.Parts.Sum(part => part.Weight), 0.000001);
    }

    [Fact]
    public void What_a_mirror_shows_of_a_shot_is_what_is_described_of_the_mirrored_shot()
    {
        var (evidence, mirrored) = (Evidence(seed: 2), Evidence(seed: 2, mirrored: true));
        var (shown, there) = (ShotDescriptor.Of(evidence, [(0, Frames)], mirrored: true)[0]!, Described(mirrored));
        Assert.Equal(1, Alike(shown, there), 0.001);
        Assert.True(Alike(Described(evidence), there) < 0.95);
    }

    [Fact]
    public void Brighter_by_a_little_is_more_alike_than_another_picture()
    {
        var shot = Described(Evidence(seed: 3));
        var (brighter, other) = (Alike(shot, Described(Evidence(seed: 3, lift: 20))), Alike(shot, Described(Evidence(seed: 4))));
        Assert.True(brighter > 0.9 && other < brighter - 0.1, $"{brighter} {other}");
    }

    [Fact]
    public void A_picture_is_like_the_shot_it_is_of_though_it_has_no_motion()
    {
        var evidence = Evidence(seed: 5);
        var picture = new byte[16 * 9 * ColourPicture.Channels];
        for (var cell = 0; cell < 16 * 9; cell++)
        {
            picture.AsSpan(cell * ColourPicture.Channels, 3).Fill(evidence.Sketches.Luma(0)[cell]);
        }

        var described = ShotDescriptor.Of(new ColourPicture(16, 9, picture));
        Assert.True(Alike(described, Described(Evidence(seed: 5))) > 0.95);
        Assert.DoesNotContain("motion", ShotDescriptor.Compare(described, Described(evidence)).Select(part => part.Name));
    }

    [Fact]
    public void A_black_shot_is_like_a_black_shot()
    {
        var black = Described(Evidence(seed: 0));
        Assert.Equal(1, Alike(black, Described(Evidence(seed: 0))), 0.001);
        Assert.All(black, value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void Shots_without_sketches_have_no_vector_and_a_video_without_pictures_none_at_all()
    {
        Assert.Null(ShotDescriptor.Of(Evidence(seed: 1) with { Sketches = FrameSketches.None }, [(0, Frames)])[0]);
        Assert.Empty(ShotVectors.Of(A.Id("sound"), null, []).Moments);
    }

    private static float[] Described(FrameEvidence evidence) => ShotDescriptor.Of(evidence, [(0, Frames)])[0]!;

    private static double Alike(float[] one, float[] other) => ShotDescriptor.Asked(one).Zip(other, (asked, value) => (double)asked * value).Sum();

    // Blobs of light on a gray ground; gray throughout. Seed 0 is black.
    private static FrameEvidence Evidence(int seed, bool mirrored = false, int lift = 0)
    {
        var random = new Random(seed);
        var luma = new byte[FrameSketches.Means];
        for (var blob = 0; blob < 6 && seed > 0; blob++)
        {
            var (x, y, light) = (random.Next(16), random.Next(9), random.Next(40, 200));
            for (var cell = 0; cell < luma.Length; cell++)
            {
                var far = ((cell % 16) - x) * ((cell % 16) - x) + ((cell / 16) - y) * ((cell / 16) - y);
                luma[cell] = (byte)Math.Min(230, luma[cell] + (light / (1 + far / 3)));
            }
        }

        luma = [.. luma.Select((value, cell) => (byte)((mirrored ? luma[(cell / 16 * 16) + 15 - (cell % 16)] : value) + lift))];
        var sketches = new byte[Frames * FrameSketches.Size];
        for (var frame = 0; frame < Frames; frame++)
        {
            luma.CopyTo(sketches, frame * FrameSketches.Size);
        }

        var look = new byte[LookFacts.Size];
        look.AsSpan(LookFacts.Size - (2 * LookFacts.Means)).Fill(128);
        return new FrameEvidence(new Rational(1, 25), default, [.. Enumerable.Range(0, Frames).Select(frame => (long)frame)], new FrameScore[Frames], new MediaTime(new Rational(Frames, 25)))
        {
            Sketches = new FrameSketches(sketches),
            Looks = new FrameLooks([0], look),
        };
    }
}
