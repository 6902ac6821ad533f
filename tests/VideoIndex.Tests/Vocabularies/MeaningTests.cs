using VideoIndex.Metadata;
using VideoIndex.Objects;
using VideoIndex.Search;
using VideoIndex.Search.Conditions;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Timing;
using VideoIndex.Vocabularies;

namespace VideoIndex.Tests.Vocabularies;

public sealed class MeaningTests
{
    private static readonly Vocabulary Traffic = Sample.Read("""
        vehicle preferred en vehicle; vehicle preferred de Fahrzeug;
        car preferred en car; car preferred de Auto; car alternative en automobile; car broader - vehicle; car mapped - motor_17;
        cab preferred en taxi; cab preferred de Taxi; cab alternative en hackney carriage; cab broader - car;
        kick preferred en goal kick; kick preferred de Abstoß
        """);

    [Theory]
    [InlineData(null, "cars", "car, Auto, automobile, motor_17, Taxi, hackney carriage")]
    [InlineData("say", "automobile", "Auto, car, Taxi, hackney carriage")]
    [InlineData("tag", "Autos", "car, Auto, automobile, motor_17, Taxi, hackney carriage")]
    [InlineData("text", "taxi", "hackney carriage")]
    [InlineData("tag", "motor_17", "Auto, car, automobile, Taxi, hackney carriage")]
    [InlineData("colour", "car", "")]
    [InlineData("say", "boat", "")]
    public void A_word_stands_for_all_labels_of_its_concept_and_of_the_narrower_ones(string? field, string typed, string alternatives) =>
        Assert.Equal(alternatives.Split(", ").Order(), Alternatives(field, Plain(typed)).Order());

    [Fact]
    public void Plain_words_that_are_a_label_together_stand_for_it_each()
    {
        var term = Assert.IsType<TermClause>(Meaning.Of(Ask("say", Plain("goal"), Plain("kicks")), Traffic).Question.Root);
        Assert.Equal("goal: Abstoß, goal kick | kicks: Abstoß, goal kick", string.Join(" | ", term.Wordings.Select(Told)));
        Assert.True(AllIn("Der Abstoß kommt"));
        Assert.True(AllIn("kick it to the goal"));
        Assert.False(AllIn("kick it"));

        bool AllIn(string text) => term.Wordings.All(wording => new WordingFinder(wording).Places(text) is [_, ..]);
    }

    [Theory]
    [InlineData("say", "")]
    [InlineData(null, "")]
    [InlineData("tag", "Abstoß")]
    public void In_quotes_words_are_exact_but_where_labels_are_looked_for(string? field, string alternatives) =>
        Assert.Equal(alternatives, string.Join(", ", Alternatives(field, Quoted("goal kick"))));

    [Fact]
    public void Words_that_may_go_on_or_be_misspelt_stay_as_they_are() => Assert.All(
        [WordMatch.Prefix, WordMatch.Fuzzy],
        match => Assert.Equal([""], Alternatives("tag", new Wording("car", [new WordPattern("car", match, 1)]))));

    [Fact]
    public void Classes_of_things_come_first_and_what_is_none_is_looked_for_as_a_word()
    {
        var car = Wording("object", new Wording("car", [new WordPattern("car", WordMatch.Stem)]) { Labels = ["car"] });
        Assert.Equal(("car", "motor_17, Taxi, hackney carriage"), (string.Join(", ", car.Labels), string.Join(", ", car.Alternatives.Select(other => other.Typed))));
        var vehicle = Wording("object", Plain("Fahrzeug"));
        Assert.Equal([.. ObjectVocabulary.Meant("vehicle")], vehicle.Labels);
        Assert.Equal(["Fahrzeug", "motor_17", "Taxi", "hackney carriage"], vehicle.Alternatives.Select(other => other.Typed));
    }

    [Fact]
    public void All_parts_of_a_question_are_widened_and_what_is_no_term_is_left_alone()
    {
        var say = Ask("say", Plain("taxi")).Root;
        Clause[] around =
        [
            new AndClause([say, new EvidenceClause(new StatusTest("verified"))]), new OrClause([say, say]), new NotClause(say), new TimeClause(TimeRelation.Then, say, say),
            new LastingClause(say, new Limit(Comparison.AtLeast, new Rational(2, 1))), new PickClause(say, true),
        ];
        Assert.All(around, clause => Assert.All(
            VideoIndex.Search.Answers.QuestionTerms.Within(Meaning.Of(new Question("", clause), Traffic).Question.Root).OfType<TermClause>(),
            term => Assert.Single(Assert.Single(term.Wordings).Alternatives)));
    }

    [Fact]
    public void What_is_too_much_is_left_out_with_a_note()
    {
        var wide = Vocabulary.Of([new("all", "preferred", "en", "all"), .. Enumerable.Range(0, 300).Select(at => new VocabularyStatement("all", "alternative", "en", $"one {at}"))]);
        var meaning = Meaning.Of(Ask("say", [.. Enumerable.Repeat(Plain("all"), 7)]), wide);
        Assert.Equal(Meaning.MostInAll, ((TermClause)meaning.Question.Root).Wordings.Sum(wording => wording.Alternatives.Count));
        Assert.Equal(7, meaning.Notes.Count);
        Assert.Equal("By the vocabulary, 'all' stands for 300 other labels; the first 200 are looked for.", meaning.Notes[0]);
        Assert.Equal("By the vocabulary, 'all' stands for 300 other labels; none of them is looked for.", meaning.Notes[^1]);
    }

    [Fact]
    public void Expansions_of_random_vocabularies_are_the_closure_by_brute_force()
    {
        var random = new Random(3);
        for (var round = 0; round < 2000; round++)
        {
            var vocabulary = Sample.Random(random);
            var concept = random.GetItems([.. vocabulary.Concepts], 1)[0];
            var typed = random.GetItems([.. concept.Labels], 1)[0];
            var asked = new Wording(typed.Text, [.. Words.In(typed.Text).Select(word => new WordPattern(word.Folded))]);
            var widened = Assert.Single(((TermClause)Meaning.Of(Ask("tag", asked), vocabulary).Question.Root).Wordings);
            Assert.Equal(Closure(vocabulary, typed.Text), widened.Alternatives.Select(other => FieldText.Folded(other.Typed)).Order(StringComparer.Ordinal));
        }
    }

    // All labels of all concepts that have the label, or are under one in the set, until the set grows no more.
    private static IEnumerable<string> Closure(Vocabulary vocabulary, string label)
    {
        var folded = FieldText.Folded(label);
        var set = vocabulary.Concepts.Where(concept => concept.Labels.Any(other => FieldText.Folded(other.Text) == folded)).Select(concept => concept.Id).ToHashSet();
        for (var before = -1; before != set.Count;)
        {
            before = set.Count;
            set.UnionWith(vocabulary.Concepts.Where(concept => concept.Broader.Any(set.Contains)).Select(concept => concept.Id));
        }

        return vocabulary.Concepts.Where(concept => set.Contains(concept.Id)).SelectMany(concept => concept.Labels).Select(other => FieldText.Folded(other.Text))
            .Where(other => other != folded).Distinct().Order(StringComparer.Ordinal);
    }

    private static string Told(Wording wording) => $"{wording.Typed}: {string.Join(", ", wording.Alternatives.Select(other => other.Typed))}";

    private static IEnumerable<string> Alternatives(string? field, Wording wording) =>
        Wording(field, wording).Alternatives is [_, ..] others ? others.Select(other => other.Typed) : [""];

    private static Wording Wording(string? field, Wording wording) => Assert.Single(((TermClause)Meaning.Of(Ask(field, wording), Traffic).Question.Root).Wordings);

    private static Question Ask(string? field, params Wording[] wordings) => new("", new TermClause(field, wordings, TermConditions.None));

    private static Wording Plain(string typed) => new(typed, [.. Words.In(typed).Select(word => new WordPattern(word.Folded, WordMatch.Stem))]);

    private static Wording Quoted(string typed) => new(typed, [.. Words.In(typed).Select(word => new WordPattern(word.Folded))]);
}
