using VideoIndex.Metadata;
using VideoIndex.Timing;

namespace VideoIndex.Tests.Metadata;

public sealed class FieldValuesTests
{
    private static readonly FieldDefinition Text = new("client", FieldType.Text, []);
    private static readonly FieldDefinition Number = new("takes", FieldType.Number, []);
    private static readonly FieldDefinition Date = new("shot-on", FieldType.Date, []);
    private static readonly FieldDefinition Single = new("rating", FieldType.SingleChoice, ["Good", "Très bien", "Bad"]);
    private static readonly FieldDefinition Multi = new("mood", FieldType.MultiChoice, ["calm", "happy", "very sad"]);

    [Theory]
    [InlineData("12", 12, 1)]
    [InlineData("-3.50", -7, 2)]
    [InlineData("+0.1", 1, 10)]
    [InlineData(".5", 1, 2)]
    [InlineData("0", 0, 1)]
    [InlineData("999999999999999999", 999_999_999_999_999_999, 1)]
    [InlineData("0.00000000000000001", 1, 100_000_000_000_000_000)]
    [InlineData(" 7 ", 7, 1)]
    public void A_number_is_the_very_fraction_that_was_typed(string typed, long top, long bottom) =>
        Assert.Equal(new Rational(top, bottom), FieldValues.Read(Number, typed).Number);

    [Theory]
    [InlineData("")]
    [InlineData("three")]
    [InlineData("1,5")]
    [InlineData("1e3")]
    [InlineData("1.2.3")]
    [InlineData("-")]
    [InlineData("٣")]
    [InlineData("9999999999999999999")]
    [InlineData("1/3")]
    public void What_is_no_number_is_refused(string typed) => Assert.Equal("bad-value", CodeOf(() => FieldValues.Read(Number, typed)));

    [Fact]
    public void A_day_is_a_day_of_the_calendar()
    {
        Assert.Equal(new DateOnly(2024, 2, 29), FieldValues.Read(Date, "2024-02-29").Date);
        Assert.All(["2026-02-29", "2026-2-1", "21.11.2026", "", "2026-11"], typed => Assert.Equal("bad-value", CodeOf(() => FieldValues.Read(Date, typed))));
    }

    [Fact]
    public void A_text_is_words_that_can_be_shown()
    {
        Assert.Equal("Acme & Söhne, Ltd.", FieldValues.Read(Text, " Acme & Söhne, Ltd. ").Text);
        Assert.Equal(new string('x', 2000), FieldValues.Read(Text, new string('x', 2000)).Text);
        Assert.All([new string('x', 2001), " ", "a\u0007b", "a\u202Eb", "a\nb"], typed => Assert.Equal("bad-value", CodeOf(() => FieldValues.Read(Text, typed))));
    }

    [Theory]
    [InlineData("good", "Good")]
    [InlineData("TRES BIEN", "Très bien")]
    public void A_choice_is_kept_as_it_was_defined(string typed, string choice) => Assert.Equal(choice, FieldValues.Read(Single, typed).Text);

    [Fact]
    public void What_is_none_of_the_choices_is_refused_with_all_of_them()
    {
        var refused = Assert.Throws<FactException>(() => FieldValues.Read(Single, "so-so"));
        Assert.Equal(("no-such-choice", "rating takes one of Good, Très bien, Bad; 'so-so' is none of them."), (refused.Code, refused.Message));
    }

    [Theory]
    [InlineData("happy, calm", "calm, happy")]
    [InlineData("Very Sad;happy;;HAPPY", "happy, very sad")]
    [InlineData(" , ", "")]
    public void Several_choices_stand_in_the_order_they_were_defined_each_once(string typed, string kept) =>
        Assert.Equal(kept, FieldValues.WriteAll(FieldValues.ReadAll(Multi, typed)));

    [Fact]
    public void Only_several_choices_are_parted_by_commas() => Assert.Equal("Acme, Ltd.", FieldValues.ReadAll(Text, "Acme, Ltd.").Single().Text);

    [Fact]
    public void Any_value_reads_back_as_it_was_written()
    {
        var random = new Random(1);
        for (var round = 0; round < 5000; round++)
        {
            var digits = random.Next(0, 18);
            var number = new FieldValue(null, new Rational(random.NextInt64(-999_999_999_999_999_999, 999_999_999_999_999_999), (long)Math.Pow(10, digits)), null);
            var day = new FieldValue(null, null, DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber)));
            Assert.Equal(number, FieldValues.Read(Number, FieldValues.Write(number)));
            Assert.Equal(day, FieldValues.Read(Date, FieldValues.Write(day)));
        }
    }

    private static string CodeOf(Action refused) => Assert.Throws<FactException>(refused).Code;
}
