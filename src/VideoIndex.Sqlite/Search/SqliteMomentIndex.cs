using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Sqlite.Access;

namespace VideoIndex.Sqlite.Search;

/// <summary>Answers questions from <c>library.db</c>.</summary>
internal sealed class SqliteMomentIndex(Database database) : IMomentIndex
{
    private const int MostMoments = 100_000;

    public async Task<SearchAnswer> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Limit, MostMoments);
        PageMark.Of(request);
        while (true)
        {
            // Whether every video can be found is seen in the same state of the library that answers.
            var answer = await database.ReadAsync(
                connection => SearchIndex.IsComplete(connection) ? new AnswerReader(connection, request, cancellationToken).Read() : null,
                cancellationToken).ConfigureAwait(false);
            if (answer is not null)
            {
                return answer;
            }

            await SearchIndex.CompleteAsync(database, cancellationToken).ConfigureAwait(false);
        }
    }
}
