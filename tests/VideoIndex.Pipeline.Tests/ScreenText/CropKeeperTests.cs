using System.Collections;
using VideoIndex.Looks;
using VideoIndex.Pipeline.ScreenText;
using VideoIndex.ScreenText;

namespace VideoIndex.Pipeline.Tests.ScreenText;

public sealed class CropKeeperTests : IDisposable
{
    private const byte Unsure = 100;

    private readonly string _folder = Directory.CreateTempSubdirectory("videoindex-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_there_again_in_the_next_look_is_kept_once_that_has_come()
    {
        var keeper = new CropKeeper(_folder, toTheEnd: true);

        Assert.Null(keeper.Next(Spotted(0, At(1000))));
        Assert.Empty(Directory.EnumerateFiles(_folder));

        var settled = keeper.Next(Spotted(500, At(1200)))!;
        Assert.Equal((0, "00000000-0.pgm"), (settled.Timestamp, settled.Sightings[0].Crop));
        Assert.Equal(7, PortableGraymap.Read(Path.Combine(_folder, "00000000-0.pgm")).Pixels[0]);

        Assert.Equal("00000001-0.pgm", keeper.Next(null)!.Sightings[0].Crop);
        Assert.Equal(["00000000-0.pgm", "00000001-0.pgm"], keeper.Names.Order());
    }

    [Fact]
    public void What_comes_once_is_not_even_cut_out()
    {
        var (keeper, cuttings) = (new CropKeeper(_folder, toTheEnd: true), new Cuttings(1));

        keeper.Next(new SpottedText(new TextLook(0, [At(1000)], []), cuttings));
        var settled = keeper.Next(Spotted(500));

        Assert.Null(settled!.Sightings[0].Crop);
        Assert.Equal(0, cuttings.Asked);
        Assert.Empty(Directory.EnumerateFiles(_folder));
    }

    // A segment knows the look before its last, another the look after; either keeps what it finds worth reading.
    [Fact]
    public void On_both_sides_of_a_seam_as_much_is_kept_as_without_it()
    {
        var random = new Random(11);
        for (var trial = 0; trial < 50; trial++)
        {
            var looks = Enumerable.Range(0, 8).Select(look => Spotted(look * 500, [.. Sightings(random)])).ToList();
            var seam = random.Next(1, 7);

            var whole = Kept(looks);
            var apart = Kept(looks.Take(seam + 1), toTheEnd: false).Union(Kept(looks.Skip(seam)));

            Assert.Equal(whole.Order(), apart.Order());
        }
    }

    private static IEnumerable<TextSighting> Sightings(Random random) => Enumerable.Range(0, random.Next(0, 5))
        .Select(_ => At(random.Next(0, 9) * 1000) with { Certainty = (byte)(random.Next(10) == 0 ? 250 : Unsure) });

    private IEnumerable<(long, int)> Kept(IEnumerable<SpottedText> looks, bool toTheEnd = true)
    {
        var keeper = new CropKeeper(_folder, toTheEnd);
        var settled = looks.Select(keeper.Next).OfType<TextLook>().ToList();
        settled.Add(keeper.Next(null)!);
        return [.. settled.SelectMany(look => look.Sightings.Index().Where(at => at.Item.Crop is not null).Select(at => (look.Timestamp, at.Index)))];
    }

    private static TextSighting At(int left) => new(new PictureBox(left, 8000, 4000, 500), 0, true, Unsure, -1, 0, null);

    private static SpottedText Spotted(long timestamp, params TextSighting[] sightings) =>
        new(new TextLook(timestamp, sightings, []), new Cuttings(sightings.Length));

    private sealed class Cuttings(int count) : IReadOnlyList<GrayPicture?>
    {
        public int Asked { get; private set; }

        public int Count => count;

        public GrayPicture? this[int index]
        {
            get
            {
                Asked++;
                return new GrayPicture(2, 1, [7, 7]);
            }
        }

        public IEnumerator<GrayPicture?> GetEnumerator() => throw new NotSupportedException();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
