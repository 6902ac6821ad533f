using VideoIndex.Metadata;
using VideoIndex.Search;

namespace VideoIndex.Tests.Metadata;

public sealed class FieldRulesTests
{
    private static readonly FieldDefinition Mood = new("mood", FieldType.MultiChoice, ["calm", "happy"]);

    [Theory]
    [InlineData("client", "client")]
    [InlineData(" Shot-On ", "shot-on")]
    [InlineData("a", "a")]
    [InlineData("x23456789012345678901234567890-2", "x23456789012345678901234567890-2")]
    public void A_name_is_kept_in_lower_case(string typed, string name) => Assert.Equal(name, FieldNames.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("2takes")]
    [InlineData("-a")]
    [InlineData("a b")]
    [InlineData("kunde:a")]
    [InlineData("größe")]
    [InlineData("x234567890123456789012345678901-3")]
    [InlineData("say")]
    [InlineData("Video")]
    [InlineData("color")]
    [InlineData("ocr")]
    [InlineData("recorded")]
    [InlineData("confidence")]
    [InlineData("collection")]
    [InlineData("AND")]
    [InlineData("id")]
    public void What_a_question_means_otherwise_is_no_name(string typed) => Assert.Equal("bad-field-name", CodeOf(() => FieldNames.Read(typed)));

    [Fact]
    public void Whatever_the_language_calls_by_a_name_is_taken() =>
        Assert.All([.. QueryField.All, .. QueryField.OfVideos, .. QueryField.OfEvidence], name => Assert.True(FieldNames.IsTaken(name), name));

    [Fact]
    public void To_define_a_field_again_adds_the_choices_it_has_not()
    {
        var again = FieldRules.Define(new("Mood", FieldType.MultiChoice, ["HAPPY", "sad"]), [Mood]);
        Assert.Equal(["calm", "happy", "sad"], again.Choices);
    }

    [Fact]
    public void A_type_never_changes() => Assert.Equal("field-exists", CodeOf(() => FieldRules.Define(new("mood", FieldType.Text, []), [Mood])));

    [Fact]
    public void Choices_are_of_those_types_that_choose()
    {
        Assert.Equal("bad-choices", CodeOf(() => FieldRules.Define(new("client", FieldType.Text, ["Acme"]), [])));
        Assert.Equal("bad-choices", CodeOf(() => FieldRules.Define(new("client", FieldType.SingleChoice, []), [])));
        Assert.All(["a,b", "a;b", " ", "!", "a\u0007", new string('x', 201)], choice => Assert.Equal("bad-choices", CodeOf(() => FieldRules.Define(new("client", FieldType.SingleChoice, [choice]), []))));
        Assert.Equal("bad-choices", CodeOf(() => FieldRules.Define(new("client", FieldType.SingleChoice, [.. Enumerable.Range(0, 1001).Select(at => $"c{at}")]), [])));
    }

    [Fact]
    public void A_library_has_at_most_200_fields()
    {
        var known = Enumerable.Range(0, 200).Select(at => new FieldDefinition($"f{at}", FieldType.Text, [])).ToList();
        Assert.Equal("too-many-fields", CodeOf(() => FieldRules.Define(new("one-more", FieldType.Text, []), known)));
        Assert.Equal("f7", FieldRules.Define(new("f7", FieldType.Text, []), known).Name);
    }

    [Fact]
    public void A_choice_goes_when_nobody_has_it_or_with_those_that_do()
    {
        Assert.Equal(["calm"], FieldRules.WithoutChoice(Mood, "Happy", used: 0, withValues: false).Choices);
        Assert.Equal(["calm"], FieldRules.WithoutChoice(Mood, "happy", used: 2, withValues: true).Choices);
        var refused = Assert.Throws<FactException>(() => FieldRules.WithoutChoice(Mood, "happy", used: 2, withValues: false));
        Assert.Equal(("choice-in-use", "2 videos have the choice 'happy' of mood: take it away with their values by --with-values."), (refused.Code, refused.Message));
        Assert.Equal("no-such-choice", CodeOf(() => FieldRules.WithoutChoice(Mood, "sad", 0, false)));
        Assert.Equal("bad-choices", CodeOf(() => FieldRules.WithoutChoice(Mood with { Choices = ["calm"] }, "calm", 0, true)));
    }

    [Fact]
    public void A_field_that_is_not_there_is_answered_with_those_that_are()
    {
        Assert.Equal("There is no field 'mod'. The fields are mood.", Assert.Throws<FactException>(() => FieldRules.Find("mod", [Mood])).Message);
        Assert.Equal("There is no field 'mood', and none at all yet. Define one with: videoindex field define NAME TYPE", Assert.Throws<FactException>(() => FieldRules.Find("mood", [])).Message);
    }

    [Fact]
    public void A_type_is_one_of_five()
    {
        Assert.Equal(["text", "number", "date", "single", "multi"], FieldTypes.All);
        Assert.All(FieldTypes.All, name => Assert.Equal(name, FieldTypes.Read(name).Name()));
        Assert.All(["Text", "0", "list", ""], name => Assert.Equal("bad-field-type", CodeOf(() => FieldTypes.Read(name))));
    }

    [Fact]
    public void A_collection_has_a_name_that_can_be_asked_for()
    {
        Assert.Equal("Finals 2026", FieldRules.ReadCollection("  Finals   2026 "));
        Assert.All(["", "  ", "!?", "a\u0007", new string('x', 201)], typed => Assert.Equal("bad-collection", CodeOf(() => FieldRules.ReadCollection(typed))));
    }

    private static string CodeOf(Action refused) => Assert.Throws<FactException>(refused).Code;
}
