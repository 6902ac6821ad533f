using VideoIndex.Logos.Evidence;
using VideoIndex.Looks;
using VideoIndex.Timing;
using VideoIndex.Vision.Features;
using VideoIndex.Vision.Logos;
using VideoIndex.Vision.Stills;

namespace VideoIndex.Vision.Tests.Logos;

public sealed class FeatureWatcherTests
{
    private const int Width = 320, Height = 192;
    private static readonly Rational TimeBase = new(1, 2); // a look a tick

    [Fact]
    public void What_stands_is_not_looked_at_again_until_the_next_whole_look()
    {
        var (watcher, still) = (Watcher(), Picture(1));
        var looks = Enumerable.Range(0, 10).Select(at => watcher.Look(at, still.Look())).ToList();

        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 0, 1, 0], looks.Select(look => look.Changed.Share));
        Assert.NotEmpty(looks[0].Features);
        Assert.Equal(looks[0].Features, looks[8].Features);
        Assert.Empty(looks[1].Features);
    }

    [Fact]
    public void Where_something_changed_the_keypoints_are_those_of_the_whole_picture_there()
    {
        var (watcher, before, after) = (Watcher(), Picture(1), Picture(1));
        after.Draw(7, 96, 64, 64);
        watcher.Look(0, before.Look());

        var (changed, whole) = (watcher.Look(1, after.Look()), Watcher().Look(1, after.Look()));

        Assert.InRange(changed.Changed.Share, 0.01, 0.2);
        Assert.Equal(whole.Features.Where(one => changed.Changed.Holds(one.X / 16.0, one.Y / 16.0)), changed.Features);
        Assert.NotEmpty(changed.Features);
    }

    [Fact]
    public void What_is_said_of_a_look_depends_on_it_and_the_one_before_alone()
    {
        var (one, other) = (Watcher(), Watcher());
        foreach (var at in Enumerable.Range(0, 5))
        {
            one.Look(at, Picture(at).Look());
        }

        other.Look(4, Picture(4).Look());
        var (here, there) = (one.Look(5, Picture(5).Look()), other.Look(5, Picture(5).Look()));

        Assert.Equal(there.Features, here.Features);
        Assert.Equal(there.Changed.Share, here.Changed.Share);
    }

    [Fact]
    public void A_still_is_kept_of_what_changed_and_of_nothing_where_nothing_did()
    {
        var (watcher, before, after) = (new FeatureWatcher(new FeatureExtractor(), new FeatureCoder(), TimeBase, new StillMaker(StillSize.Half)), Picture(1), Picture(1));
        after.Draw(7, 96, 64, 64);
        LookFeatures[] looks = [watcher.Look(0, before.Look()), watcher.Look(1, before.Look()), watcher.Look(2, after.Look()), watcher.Look(3, after.Look())];
        var decoder = new StillCoder();

        Assert.Equal([true, false, true, false], looks.Select(look => !look.Still.IsEmpty));
        Assert.InRange(looks[2].Still.Length, 1, looks[0].Still.Length / 2);
        var still = decoder.Decode(2, looks[2].Still.Span, decoder.Decode(0, looks[0].Still.Span, null))!.Picture;
        Assert.InRange(still.Pixels.Zip(after.Look().Luma.ToArray(), (one, other) => Math.Abs(one - other)).Average(), 0, 4);
        Assert.True(Watcher().Look(0, before.Look()).Still.IsEmpty);
    }

    [Fact]
    public void Faint_noise_is_no_change()
    {
        var (watcher, before, after) = (Watcher(), Picture(1), Picture(1));
        after.Noise(3);
        watcher.Look(0, before.Look());

        Assert.Equal(0, watcher.Look(1, after.Look()).Changed.Share);
    }

    private static FeatureWatcher Watcher() => new(new FeatureExtractor(), new FeatureCoder(), TimeBase);

    private static Painted Picture(int seed) => new(seed);

    private sealed class Painted
    {
        private readonly byte[] _planes = new byte[LookPicture.Size(Width, Height)];

        public Painted(int seed)
        {
            Array.Fill(_planes, (byte)128);
            for (var at = 0; at < 30; at++)
            {
                var random = new Random((seed * 100) + at);
                Fill(random.Next(Width - 40), random.Next(Height - 40), random.Next(6, 40), random.Next(6, 40), (byte)random.Next(256));
            }
        }

        public LookPicture Look() => new(Width, Height, _planes);

        public void Draw(int seed, int left, int top, int side)
        {
            var random = new Random(seed);
            for (var at = 0; at < 12; at++)
            {
                Fill(left + random.Next(side - 12), top + random.Next(side - 12), random.Next(4, 12), random.Next(4, 12), (byte)random.Next(256));
            }
        }

        public void Noise(int most)
        {
            var random = new Random(5);
            for (var at = 0; at < Width * Height; at++)
            {
                _planes[at] = (byte)Math.Clamp(_planes[at] + random.Next(-most, most + 1), 0, 255);
            }
        }

        private void Fill(int left, int top, int width, int height, byte value)
        {
            for (var y = top; y < Math.Min(Height, top + height); y++)
            {
                _planes.AsSpan((y * Width) + left, Math.Min(width, Width - left)).Fill(value);
            }
        }
    }
}
