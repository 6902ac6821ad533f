using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Stills;
using VideoIndex.Looks;

namespace VideoIndex.Tests.Logos;

public sealed class KeptStillsTests
{
    private static readonly KeptLook[] Looks = [new(1, true), new(2, false), new(5, false), new(8, true), new(9, false)];
    private readonly List<int> _read = [];

    [Theory]
    [InlineData(0, null)] // before anything was kept
    [InlineData(1, "1")]
    [InlineData(2, "1 2")]
    [InlineData(4, "1 2")] // nothing changed since look 2
    [InlineData(7, "1 2 5")]
    [InlineData(8, "8")] // whole: what was before does not matter
    [InlineData(100, "8 9")]
    public void A_still_is_the_last_whole_look_and_what_changed_since(int look, string? expected)
    {
        var still = Stills([]).At(look);

        Assert.Equal(expected, still is null ? null : string.Join(' ', still.Picture.Pixels));
        Assert.Equal(expected?.Split(' ')[^1], $"{still?.Look}" is "" ? null : $"{still!.Look}");
    }

    [Fact]
    public void Going_from_look_to_look_nothing_is_read_twice()
    {
        var stills = Stills([]);
        for (var look = 0; look < 12; look++)
        {
            stills.At(look);
        }

        Assert.Equal([0, 1, 2, 3, 4], _read);
    }

    [Fact]
    public void What_hangs_on_a_damaged_look_is_not_shown_and_the_next_whole_one_is()
    {
        var stills = Stills([1]);

        Assert.Equal([false, true, false, false, true, true], ((int[])[0, 1, 2, 7, 8, 9]).Select(look => stills.At(look) is not null));
    }

    [Fact]
    public void Only_the_last_few_are_remembered()
    {
        KeptLook[] looks = [.. Enumerable.Range(0, 50).Select(look => new KeptLook(look, Whole: true))];
        var stills = new KeptStills(looks, Read([]), new Adding());
        foreach (var look in (int[])[0, .. Enumerable.Range(1, KeptStills.Remembered), 0])
        {
            stills.At(look);
        }

        Assert.Equal(2, _read.Count(place => place == 0));
    }

    private KeptStills Stills(int[] damaged) => new(Looks, Read(damaged), new Adding());

    private Func<int, byte[]?> Read(int[] damaged) => place =>
    {
        _read.Add(place);
        return damaged.Contains(place) ? null : [(byte)(place < Looks.Length ? Looks[place].Look : place), (byte)(place >= Looks.Length || Looks[place].Whole ? 1 : 0)];
    };

    /// <summary>Lists the looks a still was made of.</summary>
    private sealed class Adding : IStillDecoder
    {
        public string Version => "adding";

        public Still? Decode(int look, ReadOnlySpan<byte> kept, Still? before)
        {
            byte[] pixels = [.. kept[1] == 1 ? [] : before?.Picture.Pixels ?? [], kept[0]];
            return kept[1] == 1 || before is not null ? new Still(look, new GrayPicture(pixels.Length, 1, pixels), 1) : null;
        }
    }
}
