using System.Text;
using VideoIndex.Ffmpeg.Captions.Tracks;

namespace VideoIndex.Ffmpeg.Tests.Captions;

public sealed class PacketListingTests
{
    // As ffprobe 5.1.9 writes it.
    private const string Listing = """
        {
            "packets": [
                {
                    "stream_index": 2,
                    "pts": 523000,
                    "dts": 523000,
                    "duration": 493000,
                    "data": "\n00000000: 0038 4e41 523a 2054 6869 7320 6973 2074  .8NAR: This is t\n00000010: 6565                                     ee\n",
                    "side_data_list": [ { "pts": 7, "data": "no" } ]
                },
                { "stream_index": 5, "dts": -4, "data": "\n" },
                { "stream_index": 6, "data": "\n00000000: 41                                       A\n" }
            ]
        }
        """;

    [Fact]
    public void A_listing_is_read_packet_by_packet() =>
        Assert.Equal("2@523000+493000 00384E41523A20546869732069732074 6565; 5@-4+ ; whole", Read(Encoding.UTF8.GetBytes(Listing), 4096));

    [Fact]
    public void How_the_bytes_arrive_does_not_matter()
    {
        var bytes = Encoding.UTF8.GetBytes(Listing);

        Assert.Equal(Read(bytes, 4096), Read(bytes, 1));
    }

    [Fact]
    public void A_listing_cut_short_keeps_what_came_before() =>
        Assert.Equal("2@523000+493000 00384E41523A20546869732069732074 6565; broken", Read(Encoding.UTF8.GetBytes(Listing)[..^140], 4096));

    [Fact]
    public void Damaged_listings_are_survived()
    {
        var random = new Random(11);
        for (var round = 0; round < 5_000; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(Listing);
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            Assert.Matches("(whole|broken)$", Read(bytes[..random.Next(bytes.Length)], 64));
        }
    }

    private static string Read(byte[] listing, int atOnce)
    {
        var packets = new StringBuilder();
        var whole = PacketListing.Read(new Trickle(listing, atOnce), packet =>
        {
            var hex = Convert.ToHexString(packet.Payload);
            packets.Append($"{packet.Stream}@{packet.Start}+{packet.Duration} {(hex.Length > 32 ? hex.Insert(32, " ") : hex)}; ");
        });
        return packets + (whole ? "whole" : "broken");
    }

    private sealed class Trickle(byte[] bytes, int atOnce) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, atOnce));
    }
}
