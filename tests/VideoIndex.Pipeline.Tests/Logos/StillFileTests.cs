using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Stills;
using VideoIndex.Looks;
using VideoIndex.Pipeline.Logos;

namespace VideoIndex.Pipeline.Tests.Logos;

public sealed class StillFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stills-").FullName;

    [Fact]
    public void What_was_kept_of_each_look_comes_back()
    {
        var open = StillFile.Open(Written(), new Echo("echo 1"))!.Value;
        using var file = open.File;

        Assert.Null(open.Stills.At(0));
        Assert.Equal((1, 40), Of(open.Stills.At(1)));
        Assert.Equal((2, 80), Of(open.Stills.At(2)));
        Assert.Equal((2, 80), Of(open.Stills.At(3)));
        Assert.Equal((4, 160), Of(open.Stills.At(9)));
    }

    [Fact]
    public void A_file_of_another_coder_is_not_read() => Assert.Null(StillFile.Open(Written(), new Echo("echo 2")));

    [Fact]
    public void The_same_looks_are_the_same_bytes_and_others_have_another_fingerprint()
    {
        var (one, same, other) = (Written(), Written(), Written(seed: 2));

        Assert.Equal(File.ReadAllBytes(one), File.ReadAllBytes(same));
        Assert.NotEqual(Fingerprint(one), Fingerprint(other));
    }

    [Theory]
    [InlineData(0)]    // the magic
    [InlineData(8)]    // how many there are
    [InlineData(11)]   // far too many
    [InlineData(17)]   // where the list begins
    [InlineData(23)]   // nowhere
    [InlineData(30)]   // the version
    [InlineData(70)]   // the hash
    [InlineData(-1)]   // the list
    public void Damage_to_what_says_what_is_there_is_found_out(int at)
    {
        var path = Damaged(at);

        Assert.Throws<InvalidDataException>(() => StillFile.Open(path, new Echo("echo 1")));
    }

    [Fact]
    public void Of_a_file_with_a_damaged_look_the_others_can_be_seen()
    {
        var open = StillFile.Open(Damaged(96 + 40), new Echo("echo 1"))!.Value;
        using var file = open.File;

        Assert.Equal((1, 40), Of(open.Stills.At(1)));
        Assert.Null(open.Stills.At(2));
        Assert.Equal((4, 160), Of(open.Stills.At(4)));
    }

    [Fact]
    public void A_file_cut_short_at_any_place_is_found_out()
    {
        var bytes = File.ReadAllBytes(Written());
        for (var length = 0; length < bytes.Length; length++)
        {
            var path = Path.Combine(_folder, "short");
            File.WriteAllBytes(path, bytes[..length]);

            Assert.Throws<InvalidDataException>(() => StillFile.Open(path, new Echo("echo 1")));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static (int Look, int Bytes) Of(Still? still) => (still!.Look, still.Picture.Width);

    private static string Fingerprint(string path)
    {
        var open = StillFile.Open(path, new Echo("echo 1"))!.Value;
        open.File.Dispose();
        return open.Fingerprint;
    }

    private string Damaged(int at)
    {
        var path = Written();
        var bytes = File.ReadAllBytes(path);
        bytes[at < 0 ? bytes.Length + at : at] ^= 1;
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private string Written(int seed = 1)
    {
        var path = Path.Combine(_folder, Path.GetRandomFileName());
        var random = new Random(seed);
        using var writer = new StillFileWriter(path);
        foreach (var look in (int[])[1, 2, 4])
        {
            var kept = new byte[look * 40];
            random.NextBytes(kept);
            writer.Add(look, whole: look != 2, kept);
        }

        writer.Finish("echo 1");
        return path;
    }

    /// <summary>A still is as wide as it has bytes.</summary>
    private sealed class Echo(string version) : IStillDecoder
    {
        public string Version => version;

        public Still? Decode(int look, ReadOnlySpan<byte> kept, Still? before) => new(look, new GrayPicture(kept.Length, 1, kept.ToArray()), 1);
    }
}
