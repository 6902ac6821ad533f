using System.Text;
using VideoIndex.Ffmpeg.Demuxing;

namespace VideoIndex.Ffmpeg.Tests.Demuxing;

public sealed class PictureListingTests
{
    [Fact]
    public void Pictures_are_listed_in_the_order_they_are_shown()
    {
        var timeline = Read("0,9000,K_\n1536,400,__\n512,200,__\n1024,100,__\n2048,8000,K_\n").Timeline()!;

        Assert.Equal([0, 512, 1024, 1536, 2048], timeline.Timestamps);
        Assert.Equal([0, 4], timeline.SyncFrames);
        Assert.Equal([9000, 200, 100, 400, 8000], timeline.Bytes);
    }

    [Fact]
    public void What_an_edit_list_hides_is_left_out() => Assert.Equal([1024], Read("0,9000,KD\n512,10,_D\n1024,10,__\n").Timeline()!.Timestamps);

    [Fact]
    public void Times_may_be_below_zero_and_lines_may_carry_more() => Assert.Equal([-512, 0], Read("-512,9000,K_,\n0,10,__,\n").Timeline()!.Timestamps);

    [Theory]
    [InlineData("")]
    [InlineData("0,9000,K_\nN/A,10,__\n")]
    [InlineData("0,9000,K_\n512,10,__\n512,10,__\n")] // two at once
    [InlineData("no such thing\n")]
    public void Where_the_order_is_not_certain_there_is_no_timeline(string listing) => Assert.Null(Read(listing).Timeline());

    [Fact]
    public void A_clock_that_is_set_back_is_no_order() => Assert.Null(
        Read(string.Concat(Enumerable.Range(0, 200).Select(picture => $"{(picture < 100 ? 90_000_000 : 0) + picture * 512},10,K_\n"))).Timeline());

    [Fact]
    public void A_line_without_an_end_is_no_line() => Assert.Null(Read(new string('1', 1_000_000)).Timeline());

    [Fact]
    public void It_does_not_matter_where_the_pipe_breaks_the_listing()
    {
        var listing = string.Concat(Enumerable.Range(0, 20_000).Select(picture => $"{picture * 512},{picture},{(picture % 50 == 0 ? "K_" : "__")}\n"));
        var whole = Read(listing).Timeline()!;
        for (var piece = 1; piece < 30; piece += 7)
        {
            var pieces = new PictureListing();
            pieces.Read(new Trickle(Encoding.UTF8.GetBytes(listing), piece), _ => { });
            Assert.Equal(whole.Timestamps, pieces.Timeline()!.Timestamps);
            Assert.Equal(whole.SyncFrames, pieces.Timeline()!.SyncFrames);
        }
    }

    private static PictureListing Read(string listing)
    {
        var pictures = new PictureListing();
        pictures.Read(new MemoryStream(Encoding.UTF8.GetBytes(listing)), _ => { });
        return pictures;
    }

    // Gives a few bytes at a time.
    private sealed class Trickle(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, most));
    }
}
