using VideoIndex.Ffmpeg.Captions.Cea608;

namespace VideoIndex.Ffmpeg.Tests.Captions;

/// <summary>Scripts of one pair a frame, at 30 frames a second: a caption's times are frame numbers.</summary>
public sealed class Cea608DecoderTests
{
    [Fact]
    public void A_loaded_caption_is_shown_until_it_is_erased() =>
        Assert.Equal("CC1 [5,8) HELLO", Shown("{RCL}{ROW15}HELLO{EOC}{-}{-}{EDM}"));

    [Fact]
    public void A_loaded_caption_is_shown_until_the_next_replaces_it() =>
        Assert.Equal("CC1 [3,8) ONE; CC1 [8,10) TWO", Shown("{RCL}ONE{EOC}{-}{ENM}TWO{EOC}{-}{EDM}"));

    [Fact]
    public void Codes_sent_twice_for_safety_count_once() =>
        Assert.Equal("CC1 [6,9) HI", Shown("{RCL*2}{ENM*2}{1140}HI{EOC*2}{-}{EDM*2}"));

    [Fact]
    public void A_code_sent_four_times_counts_twice() =>
        Assert.Equal("CC1 [8,9) AD", Shown("{RCL}ABC{BS*4}D{EOC}{EDM}"));

    [Fact]
    public void The_same_code_much_later_is_a_command_again() =>
        Assert.Equal("CC1 [2,12) A; CC1 [14,15) A", Shown("{RCL}A{EOC}{-}{-}{-}{-}{-}{-}{-}{-}{-}{EOC}{ROW1}{EOC}{EDM}"));

    [Fact]
    public void Rolled_up_lines_are_told_once_each() => Assert.Equal(
        "CC1 [2,5) FIRST; CC1 [6,9) SECOND; CC1 [10,13) THIRD",
        Shown("{RU2}{ROW15}FIRST{CR}SECOND{CR}THIRD"));

    [Fact]
    public void Painted_words_start_with_their_first_letter() =>
        Assert.Equal("CC1 [2,7) PAINTED", Shown("{RDC}{ROW1}PAINTED{-}{EDM}"));

    [Fact]
    public void Painting_over_a_row_starts_another_caption() =>
        Assert.Equal("CC1 [2,4) ONE; CC1 [5,7) TWO", Shown("{RDC}{ROW1}ONE{ROW1}TWO{EDM}"));

    [Fact]
    public void Rows_are_read_from_the_top_whatever_their_order() =>
        Assert.Equal("CC1 [7,8) UP|DOWN", Shown("{RCL}{ROW15}DOWN{ROW14}{TAB2}UP{EOC}{EDM}"));

    [Theory]
    [InlineData("{1137}", "♪")]
    [InlineData("E{1221}", "É")]
    [InlineData("n{1333}", "ö")]
    [InlineData("!{1227}", "¡")]
    [InlineData("{7E5C}", "ñé")]
    public void Accents_and_signs_are_read(string script, string letters) =>
        Assert.Contains(letters, Shown("{RCL}A" + script + "{EOC}{-}{EDM}"));

    [Fact]
    public void Text_mode_is_passed_over() =>
        Assert.Equal("CC1 [7,8) WORDS", Shown("{TR}NEWS{RCL}WORDS{EOC}{EDM}"));

    [Fact]
    public void Two_channels_share_a_field_without_mixing() => Assert.Equal(
        "CC1 [5,7) EN; CC2 [6,8) FR", Shown("{RCL}EN{1C20}FR{-}{EOC}{1C2F}{EDM}{1C2C}"));

    [Fact]
    public void The_second_field_has_channels_three_and_four()
    {
        var shown = Shown(PairScript.Pairs("{1520}ES{152F}{-}{152C}{1D20}PT{1D2F}{1D2C}", secondField: true));

        Assert.Equal("CC3 [2,4) ES; CC4 [7,8) PT", shown);
    }

    [Fact]
    public void Programme_names_between_captions_are_passed_over()
    {
        var shown = Shown(PairScript.Pairs("{1520}ES{0103}STAR TREK{0F1D}{1520}{-}PA{152F}{152C}", secondField: true));

        Assert.Equal("CC3 [12,13) ESPA", shown);
    }

    [Fact]
    public void A_stream_without_parity_is_still_read()
    {
        var bare = PairScript.Pairs("{RCL}HELLO{EOC}{-}{EDM}").Select(pair => new CaptionPair(false, (byte)(pair.First & 0x7F), (byte)(pair.Second & 0x7F)));

        Assert.Equal("CC1 [4,6) HELLO", Shown(bare));
    }

    [Fact]
    public void A_damaged_command_is_not_obeyed()
    {
        var pairs = PairScript.Pairs("{RCL}HELLO{EOC}{-}{EDM}{-}{EDM}").ToList();
        pairs[6] = pairs[6] with { First = (byte)(pairs[6].First ^ 0x80) };

        Assert.Equal("CC1 [4,8) HELLO", Shown(pairs));
    }

    [Fact]
    public void A_file_may_start_in_the_middle_of_a_caption() =>
        Assert.Equal("CC1 [3,5) LATE", Shown("{ROW1}LATE{EOC}{-}{EDM}"));

    [Fact]
    public void Any_bytes_at_all_are_survived()
    {
        var random = new Random(608);
        var shown = new List<Cea608Caption>();
        var decoder = new Cea608Decoder(3, shown.Add);
        for (var frame = 0; frame < 300_000; frame++)
        {
            decoder.Push(random.Next(2) == 1, PairScript.WithParity(random.Next(128) & (random.Next(3) == 0 ? 0x17 : 0x7F)), PairScript.WithParity(random.Next(128)), frame);
        }

        Assert.All(shown, caption => Assert.InRange(caption.Text.Length, 1, 15 * 33));
        Assert.All(shown, caption => Assert.True(caption.Start <= caption.End));
        Assert.NotEmpty(shown);
    }

    private static string Shown(string script) => Shown(PairScript.Pairs(script));

    private static string Shown(IEnumerable<CaptionPair> pairs)
    {
        var shown = new List<string>();
        var decoder = new Cea608Decoder(3, caption =>
            shown.Add($"CC{caption.Channel} [{caption.Start},{caption.End}) {caption.Text.Replace('\n', '|')}"));
        var frame = 0;
        foreach (var pair in pairs)
        {
            decoder.Push(pair.SecondField, pair.First, pair.Second, frame++);
        }

        decoder.Finish(frame);
        return string.Join("; ", shown);
    }
}
