using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;
using VideoIndex.Testing.Contracts;
using VideoIndex.Vocabularies;

namespace VideoIndex.Sqlite.Tests.Vocabularies;

public sealed class VocabularyStoreTests : IDisposable
{
    private readonly LibraryFolder _folder = new();

    [Fact]
    public async Task A_vocabulary_is_kept_with_who_changed_it()
    {
        using (var library = _folder.Open())
        {
            Assert.Equal(Vocabulary.Empty, await library.Vocabulary.ReadAsync(default));
            var changed = await library.Vocabulary.ChangeAsync(VocabularyChange.Add(Car, Auto), "ann", default);
            Assert.Equal((0, 2), (changed.Taken, changed.Added));
        }

        using var again = _folder.Open();
        Assert.Equal(Vocabulary.Of([Auto, Car]), await again.Vocabulary.ReadAsync(default));
        await again.Vocabulary.ChangeAsync(VocabularyChange.Replace([Car]), "bob", default);
        Assert.Equal(
            ["bob removed car alternative (de) 'Auto'", "ann added car alternative (de) 'Auto'", "ann added car preferred (en) 'car'"],
            (await again.Vocabulary.ReadHistoryAsync(10, default)).Select(change => $"{change.Made.By} {change.What} {change.Detail}"));
    }

    [Fact]
    public async Task What_is_said_already_is_not_said_twice_nor_remembered()
    {
        using var library = _folder.Open();
        await library.Vocabulary.ChangeAsync(VocabularyChange.Add(Car), "ann", default);
        var changed = await library.Vocabulary.ChangeAsync(VocabularyChange.Add(Car with { Text = " car ", Language = "EN" }), "ann", default);
        Assert.Equal((0, 0), (changed.Taken, changed.Added));
        Assert.Single(await library.Vocabulary.ReadHistoryAsync(10, default));
    }

    [Fact]
    public async Task A_change_that_contradicts_the_vocabulary_changes_nothing()
    {
        using var library = _folder.Open();
        await library.Vocabulary.ChangeAsync(VocabularyChange.Add(Car), "ann", default);
        await Assert.ThrowsAsync<VocabularyException>(() => library.Vocabulary.ChangeAsync(VocabularyChange.Add(new VocabularyStatement("van", "preferred", "en", "Car")), "ann", default));
        Assert.Equal(Vocabulary.Of([Car]), await library.Vocabulary.ReadAsync(default));
        Assert.Single(await library.Vocabulary.ReadHistoryAsync(10, default));
    }

    [Fact]
    public async Task What_another_program_changed_is_seen_at_once()
    {
        using var one = _folder.Open();
        using var other = _folder.Open();
        Assert.Empty((await one.Vocabulary.ReadAsync(default)).Concepts);
        await other.Vocabulary.ChangeAsync(VocabularyChange.Add(Car), "ann", default);
        Assert.Single((await one.Vocabulary.ReadAsync(default)).Concepts);
        await other.Vocabulary.ChangeAsync(VocabularyChange.Remove("car"), "ann", default);
        Assert.Empty((await one.Vocabulary.ReadAsync(default)).Concepts);
    }

    [Fact]
    public async Task A_change_of_the_vocabulary_changes_answers_at_once()
    {
        using var library = _folder.Open();
        await library.Catalog.SaveAsync(A.Video("a.mp4").Saying("0-4 the lorry stops"), default);
        Assert.Equal(0, (await AskAsync(library, "truck")).Total);
        await library.Vocabulary.ChangeAsync(VocabularyChange.Add(new VocabularyStatement("truck", "preferred", "en", "truck"), new VocabularyStatement("truck", "alternative", "en", "lorries")), "ann", default);
        Assert.Equal(1, (await AskAsync(library, "trucks")).Total);
        await library.Vocabulary.ChangeAsync(VocabularyChange.Remove("truck"), "ann", default);
        Assert.Equal(0, (await AskAsync(library, "truck")).Total);
    }

    [Fact]
    public async Task Questions_that_found_nothing_are_counted_and_the_oldest_forgotten()
    {
        using var library = _folder.Open();
        for (var at = 0; at < ISearchLog.MostQuestions + 2; at++)
        {
            await library.SearchLog.RememberAsync($"question {at}", ["question", $"{at}"], default);
        }

        await library.SearchLog.RememberAsync("question 5", ["question", "5"], default);
        var missed = await library.SearchLog.ReadAsync(default);
        Assert.Equal((ISearchLog.MostQuestions, "question 5", 2L), (missed.Count, missed[0].Question, missed[0].Times));
        Assert.DoesNotContain(missed, one => one.Question is "question 0" or "question 1");
        Assert.Equal(1, await library.SearchLog.ForgetAsync("7", default));
        Assert.Equal(ISearchLog.MostQuestions - 1, await library.SearchLog.ForgetAsync(null, default));
    }

    [Fact]
    public async Task Labels_and_words_of_the_index_near_a_word_are_suggested()
    {
        using var library = _folder.Open();
        await library.Catalog.SaveAsync(A.Video("a.mp4").Saying("0-4 a goalkeeper saves", "5-9 goalkeepers rest", "10-12 the keeper"), default);
        await library.Vocabulary.ChangeAsync(VocabularyChange.Add(new VocabularyStatement("gk", "preferred", "en", "goal keeper")), "ann", default);
        var near = new NearWords(["golakeeper", "saved", "cat"], await library.Vocabulary.ReadAsync(default));
        await library.SearchLog.ShowWordsAsync(near, default);
        Assert.Equal("goal keeper gk 2, goalkeeper  1, goalkeepers  2", Told(near.Of("golakeeper")));
        Assert.Equal("saves  0", Told(near.Of("Saved")));
        Assert.Equal("", Told(near.Of("cat")));
    }

    [Fact]
    public async Task A_question_with_a_line_break_is_one_word_a_line()
    {
        using var library = _folder.Open();
        await library.SearchLog.RememberAsync("\"a\nb\" c", ["a\nb", "c"], default);
        Assert.Equal(["a b", "c"], Assert.Single(await library.SearchLog.ReadAsync(default)).Words);
    }

    public void Dispose() => _folder.Dispose();

    private static VocabularyStatement Car => new("car", "preferred", "en", "car");

    private static VocabularyStatement Auto => new("car", "alternative", "de", "Auto");

    private static string Told(IEnumerable<Suggestion> suggestions) => string.Join(", ", suggestions.Select(one => $"{one.Text} {one.Concept} {one.Edits}"));

    private static async Task<VideoIndex.Search.SearchAnswer> AskAsync(SqliteLibrary library, string question)
    {
        var meaning = Meaning.Of(QuestionParser.Parse(question, QuestionContext.Plain), await library.Vocabulary.ReadAsync(default));
        return await library.Moments.SearchAsync(new SearchRequest(meaning.Question), default);
    }
}
