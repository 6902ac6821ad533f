using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Looks;

namespace VideoIndex.Ffmpeg.Tests.Decoding;

public sealed class LookPipeTests : IDisposable
{
    private static readonly LookSize Tiny = new(4, 2, FullRange: true);

    private readonly string _folder = Directory.CreateTempSubdirectory("videoindex-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_written_comes_out_look_by_look_and_then_nothing()
    {
        using var pipe = new LookPipe(_folder, Tiny);
        using var ahead = pipe.ReadAhead();
        var written = WriteAsync(Of(1), Of(2), Of(3));

        Assert.Equal([Of(1), Of(2), Of(3)], new[] { pipe.Take(), pipe.Take(), pipe.Take() });
        await written;
        pipe.End();
        Assert.Null(pipe.Take());
    }

    [Fact]
    public async Task A_look_that_is_not_whole_is_none()
    {
        using var pipe = new LookPipe(_folder, Tiny);
        using var ahead = pipe.ReadAhead();
        var written = WriteAsync(Of(1), [7, 7, 7]);

        Assert.Equal(Of(1), pipe.Take());
        await written;
        pipe.End();
        Assert.Null(pipe.Take());
    }

    [Fact]
    public void Where_nobody_ever_writes_the_end_is_seen_all_the_same()
    {
        using var pipe = new LookPipe(_folder, Tiny);
        using var ahead = pipe.ReadAhead();

        pipe.End();

        Assert.Null(pipe.Take());
    }

    // FFmpeg would wait for ever to write what nobody reads.
    [Fact]
    public async Task What_is_written_when_nobody_takes_looks_any_more_is_read_to_its_end()
    {
        using var pipe = new LookPipe(_folder, Tiny);
        pipe.ReadAhead().Dispose();

        await WriteAsync(new byte[5_000_000]).WaitAsync(TimeSpan.FromSeconds(60));

        pipe.End();
    }

    [Theory]
    [InlineData(true, 16, 126)]
    [InlineData(false, 0, 128)]
    public async Task Limited_range_is_stretched_and_full_range_is_left(bool full, int luma, int middle)
    {
        using var pipe = new LookPipe(_folder, Tiny with { FullRange = full });
        using var ahead = pipe.ReadAhead();
        var written = WriteAsync([.. Enumerable.Repeat((byte)16, 7), 126, 128, 128, 128, 128]);

        var look = pipe.Take()!;

        Assert.Equal((luma, middle, 128), (look[0], look[7], look[8]));
        await written;
        pipe.End();
    }

    [Fact]
    public void It_is_gone_from_the_folder_when_all_is_over()
    {
        using (var pipe = new LookPipe(_folder, Tiny))
        {
            Assert.True(File.Exists(Path.Combine(_folder, LookPipe.Name)));
            using var ahead = pipe.ReadAhead();
            pipe.End();
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public void A_folder_that_cannot_hold_one_is_said() =>
        Assert.Throws<IOException>(() => new LookPipe(Path.Combine(_folder, "missing"), Tiny));

    private static byte[] Of(byte shade) => [.. Enumerable.Repeat(shade, LookPicture.Size(Tiny.Width, Tiny.Height))];

    private Task WriteAsync(params byte[][] looks) => Task.Run(() =>
    {
        using var to = new FileStream(Path.Combine(_folder, LookPipe.Name), FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        foreach (var look in looks)
        {
            to.Write(look);
        }
    });
}
