#include "GLPKShim.h"

#include <glpk.h>
#include <math.h>
#include <setjmp.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

// How long GLPK may ignore a request to stop before it is left by a jump. Long enough for the clean ways (between two
// chunks of the simplex method, between two nodes), short enough that a cancelled task ends within a fraction of a
// second.
static const double patience_seconds = 0.06;

// How often GLPK reports from inside its loops, in milliseconds: the reports go nowhere but serve as a clock tick.
static const int tick_milliseconds = 20;

// Iterations between two questions to the watch. Every restart forgets the steepest-edge weights, and GLPK's remedy
// against degenerate stalling begins only after some hundred idle iterations, so chunks must not be small. The number
// is fixed, not timed: a solve that is not stopped must give the same bits every time.
static const int chunk_iterations = 5000;

struct shim_problem {
    glp_prob *prob;
    unsigned long generation;  // of the environment that `prob` lives in
    int is_fresh;              // 1: never solved, so it has no scaling and no basis worth starting from
};

// Everything that belongs to one thread's environment.
struct thread_state {
    jmp_buf escape;
    int is_inside;             // 1: GLPK is running on this thread
    unsigned long generation;  // 0: no environment yet. Never the same for two environments, on whatever threads
    int open_problems;
    const shim_watch *watch;  // asked by the output hook while a solve runs, else NULL
    double stop_noticed;      // when the watch first asked to stop; 0: not yet
    char last[200], message[420];
};

static _Thread_local struct thread_state state;
static atomic_ulong next_generation = 1;

static double seconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

enum { ESCAPE_ABORT = 1, ESCAPE_STOP = 2 };

// GLPK calls this instead of returning to abort(); a hook that returns would not help.
static void on_abort(void *unused) {
    (void)unused;
    if (state.is_inside) longjmp(state.escape, ESCAPE_ABORT);
}

// Swallows everything GLPK prints, keeps the last two pieces for messages, and uses the printing inside the simplex
// loop as the only chance to notice a request to stop there.
static int on_output(void *unused, const char *text) {
    (void)unused;
    snprintf(state.message, sizeof state.message, "%.200s%.200s", state.last, text);
    snprintf(state.last, sizeof state.last, "%.199s", text);
    if (state.watch != NULL && state.is_inside && state.watch->should_stop(state.watch->context)) {
        double now = seconds_now();
        if (state.stop_noticed == 0)
            state.stop_noticed = now;
        else if (now - state.stop_noticed > patience_seconds)
            longjmp(state.escape, ESCAPE_STOP);
    }
    return 1;
}

static void free_environment(void) {
    glp_free_env();
    state.generation = 0;
}

// The barrier: the one function that sets a jump target. No frame between here and GLPK holds anything but C values
// whose loss does no harm.
static int contained(int (*operation)(void *), void *arguments) {
    if (state.is_inside) return SHIM_NESTED;
    if (state.generation == 0) state.generation = atomic_fetch_add(&next_generation, 1);
    glp_error_hook(on_abort, NULL);
    glp_term_hook(on_output, NULL);
    state.last[0] = state.message[0] = 0;
    state.stop_noticed = 0;
    state.watch = NULL;
    state.is_inside = 1;
    int code;
    switch (setjmp(state.escape)) {
        case 0:
            code = operation(arguments);
            break;
        case ESCAPE_STOP:
            code = SHIM_ESCAPED;
            free_environment();
            break;
        default:
            code = SHIM_ABORTED;
            free_environment();
            break;
    }
    state.watch = NULL;
    state.is_inside = 0;
    return code;
}

const char *shim_version(void) { return glp_version(); }

const char *shim_message(void) { return state.message; }

// --- Life of a problem

int shim_is_alive(const shim_problem *problem) {
    return problem->prob != NULL && state.generation != 0 && problem->generation == state.generation;
}

static int do_open(void *arguments) {
    shim_problem *problem = arguments;
    problem->prob = glp_create_prob();
    glp_set_obj_dir(problem->prob, GLP_MIN);
    return SHIM_OK;
}

int shim_open(shim_problem **out) {
    *out = NULL;
    shim_problem *problem = calloc(1, sizeof *problem);
    if (problem == NULL) return SHIM_MEMORY;
    problem->is_fresh = 1;
    int code = contained(do_open, problem);
    if (code != SHIM_OK) {
        free(problem);
        return code;
    }
    problem->generation = state.generation;
    state.open_problems++;
    *out = problem;
    return SHIM_OK;
}

static int do_close(void *arguments) {
    glp_delete_prob(((shim_problem *)arguments)->prob);
    return SHIM_OK;
}

void shim_close(shim_problem *problem) {
    // A dead problem went with its environment: deleting it would abort or corrupt memory.
    if (shim_is_alive(problem)) contained(do_close, problem);
    free(problem);
    // Without this every thread would leave its environment behind, about 5 KiB.
    if (--state.open_problems == 0 && state.generation != 0 && !state.is_inside) free_environment();
}

// Runs an operation on a problem that must be alive.
static int on_problem(const shim_problem *problem, int (*operation)(void *), void *arguments) {
    if (state.is_inside) return SHIM_NESTED;
    if (!shim_is_alive(problem)) return SHIM_DEAD;
    return contained(operation, arguments);
}

// --- Data

// GLPK wants the kind of range spelled out and refuses a double-bounded range of width 0.
static int bound_type(double lower, double upper) {
    if (isinf(lower)) return isinf(upper) ? GLP_FR : GLP_UP;
    if (isinf(upper)) return GLP_LO;
    return lower == upper ? GLP_FX : GLP_DB;
}

struct rows_arguments {
    shim_problem *problem;
    int count;
    const double *lower, *upper;
    const int *starts, *columns;
    const double *coefficients;
};

// GLPK counts from 1 and leaves element 0 of its arrays alone; this copies a slice into such arrays. They belong to the
// environment, so that a jump cannot leak them.
static void set_vector(glp_prob *prob, int is_row, int index, int length, const int *places, const double *values) {
    int *glpk_places = glp_calloc(1 + length, sizeof(int));
    double *glpk_values = glp_calloc(1 + length, sizeof(double));
    for (int k = 0; k < length; k++) {
        glpk_places[k + 1] = places[k] + 1;
        glpk_values[k + 1] = values[k];
    }
    if (is_row)
        glp_set_mat_row(prob, index, length, glpk_places, glpk_values);
    else
        glp_set_mat_col(prob, index, length, glpk_places, glpk_values);
    glp_free(glpk_places);
    glp_free(glpk_values);
}

static int do_add_rows(void *arguments) {
    struct rows_arguments *a = arguments;
    glp_prob *prob = a->problem->prob;
    if (a->count == 0) return SHIM_OK;  // glp_add_rows(0) aborts
    int first = glp_add_rows(prob, a->count);
    for (int i = 0; i < a->count; i++) {
        glp_set_row_bnds(prob, first + i, bound_type(a->lower[i], a->upper[i]), a->lower[i], a->upper[i]);
        int start = a->starts[i], length = a->starts[i + 1] - start;
        if (length > 0) set_vector(prob, 1, first + i, length, a->columns + start, a->coefficients + start);
    }
    return SHIM_OK;
}

int shim_add_rows(shim_problem *problem, int count, const double *lower, const double *upper, const int *starts,
                  const int *columns, const double *coefficients) {
    struct rows_arguments a = {problem, count, lower, upper, starts, columns, coefficients};
    return on_problem(problem, do_add_rows, &a);
}

struct columns_arguments {
    shim_problem *problem;
    int count;
    const double *lower, *upper, *cost;
    const signed char *is_integer;
    const int *starts, *rows;
    const double *coefficients;
};

static int do_add_columns(void *arguments) {
    struct columns_arguments *a = arguments;
    glp_prob *prob = a->problem->prob;
    if (a->count == 0) return SHIM_OK;
    int first = glp_add_cols(prob, a->count);
    for (int j = 0; j < a->count; j++) {
        glp_set_col_bnds(prob, first + j, bound_type(a->lower[j], a->upper[j]), a->lower[j], a->upper[j]);
        glp_set_col_kind(prob, first + j, a->is_integer[j] ? GLP_IV : GLP_CV);
        glp_set_obj_coef(prob, first + j, a->cost[j]);
        int start = a->starts[j], length = a->starts[j + 1] - start;
        if (length > 0) set_vector(prob, 0, first + j, length, a->rows + start, a->coefficients + start);
    }
    return SHIM_OK;
}

int shim_add_columns(shim_problem *problem, int count, const double *lower, const double *upper, const double *cost,
                     const signed char *is_integer, const int *starts, const int *rows, const double *coefficients) {
    struct columns_arguments a = {problem, count, lower, upper, cost, is_integer, starts, rows, coefficients};
    return on_problem(problem, do_add_columns, &a);
}

struct setting_arguments {
    shim_problem *problem;
    int index;
    double first, second;
};

static int do_set_column_bounds(void *arguments) {
    struct setting_arguments *a = arguments;
    glp_set_col_bnds(a->problem->prob, a->index + 1, bound_type(a->first, a->second), a->first, a->second);
    return SHIM_OK;
}

int shim_set_column_bounds(shim_problem *problem, int column, double lower, double upper) {
    struct setting_arguments a = {problem, column, lower, upper};
    return on_problem(problem, do_set_column_bounds, &a);
}

static int do_set_row_bounds(void *arguments) {
    struct setting_arguments *a = arguments;
    glp_set_row_bnds(a->problem->prob, a->index + 1, bound_type(a->first, a->second), a->first, a->second);
    return SHIM_OK;
}

int shim_set_row_bounds(shim_problem *problem, int row, double lower, double upper) {
    struct setting_arguments a = {problem, row, lower, upper};
    return on_problem(problem, do_set_row_bounds, &a);
}

static int do_set_cost(void *arguments) {
    struct setting_arguments *a = arguments;
    glp_set_obj_coef(a->problem->prob, a->index + 1, a->first);
    return SHIM_OK;
}

int shim_set_cost(shim_problem *problem, int column, double cost) {
    struct setting_arguments a = {problem, column, cost, 0};
    return on_problem(problem, do_set_cost, &a);
}

int shim_set_constant(shim_problem *problem, double constant) {
    // GLPK's column 0 is the constant of the objective.
    struct setting_arguments a = {problem, -1, constant, 0};
    return on_problem(problem, do_set_cost, &a);
}

struct removal_arguments {
    shim_problem *problem;
    int count;
    const int *columns;
};

static int do_remove_columns(void *arguments) {
    struct removal_arguments *a = arguments;
    if (a->count == 0) return SHIM_OK;
    int *places = glp_calloc(1 + a->count, sizeof(int));
    for (int k = 0; k < a->count; k++) places[k + 1] = a->columns[k] + 1;
    glp_del_cols(a->problem->prob, a->count, places);
    glp_free(places);
    return SHIM_OK;
}

int shim_remove_columns(shim_problem *problem, int count, const int *columns) {
    struct removal_arguments a = {problem, count, columns};
    return on_problem(problem, do_remove_columns, &a);
}

// --- Relaxations

// Removing a basic column leaves a basis with too few members, which GLPK refuses. Rows fill the gaps.
static void complete_basis(glp_prob *prob) {
    int rows = glp_get_num_rows(prob), columns = glp_get_num_cols(prob), basic = 0;
    for (int i = 1; i <= rows; i++) basic += glp_get_row_stat(prob, i) == GLP_BS;
    for (int j = 1; j <= columns; j++) basic += glp_get_col_stat(prob, j) == GLP_BS;
    for (int i = 1; i <= rows && basic < rows; i++) {
        if (glp_get_row_stat(prob, i) == GLP_BS) continue;
        glp_set_row_stat(prob, i, GLP_BS);
        basic++;
    }
}

// Whether the coefficients are of similar size, as they are in rosters. GLPK's own scaling could tell too, but takes
// seconds for a million entries, and cannot be interrupted.
static int is_well_scaled(glp_prob *prob) {
    int columns = glp_get_num_cols(prob), rows = glp_get_num_rows(prob);
    int *places = glp_calloc(1 + rows, sizeof(int));
    double *values = glp_calloc(1 + rows, sizeof(double));
    double least = INFINITY, most = 0;
    for (int j = 1; j <= columns; j++) {
        int length = glp_get_mat_col(prob, j, places, values);
        for (int k = 1; k <= length; k++) {
            double size = fabs(values[k]);
            if (size < least) least = size;
            if (size > most) most = size;
        }
    }
    glp_free(places);
    glp_free(values);
    return !(most / least > 1e3);
}

static int is_watch_stopping(const shim_watch *watch) {
    return watch != NULL && watch->should_stop != NULL && watch->should_stop(watch->context);
}

// One run of the simplex method, in chunks. Returns GLPK's code; `stopped` tells a stop from an iteration limit.
//
// The primal method can cycle on degenerate programs (100,000 iterations seen where 80 are usual), the perturbation that
// GLPK has against it notwithstanding. So after as many iterations as there are rows and columns the dual method goes on.
static int run_simplex(glp_prob *prob, glp_smcp *parameters, const shim_relaxation_options *options,
                       const shim_watch *watch, int first_iteration, int *stopped) {
    double begin = seconds_now();
    int patience = glp_get_num_rows(prob) + glp_get_num_cols(prob);
    *stopped = 0;
    for (;;) {
        int limit = chunk_iterations;
        if (parameters->meth == GLP_PRIMAL && patience < limit) limit = patience;
        if (options->iteration_limit >= 0) {
            int left = options->iteration_limit - (glp_get_it_cnt(prob) - first_iteration);
            if (left <= 0) return GLP_EITLIM;
            if (left < limit) limit = left;
        }
        if (is_watch_stopping(watch)) {
            *stopped = 1;
            return GLP_ETMLIM;
        }
        parameters->it_lim = limit;
        if (options->milliseconds >= 0) {
            double left = options->milliseconds - 1e3 * (seconds_now() - begin);
            parameters->tm_lim = left < 1 ? 1 : (int)left;
        }
        int code = glp_simplex(prob, parameters);
        // A time limit that struck a little early is just a short chunk.
        if (code != GLP_EITLIM && code != GLP_ETMLIM) return code;
        if (code == GLP_EITLIM && parameters->meth == GLP_PRIMAL) {
            patience -= limit;
            if (patience <= 0) parameters->meth = GLP_DUALP;
        }
    }
}

// Largest relative violation of a condition that is taken for rounding.
static const double rounding = 1e-5;

// Whether a value lies within its bounds. GLPK gives 0 for a bound that is not there.
static int is_within(int type, double lower, double upper, double value) {
    int has_lower = type == GLP_LO || type == GLP_DB || type == GLP_FX;
    int has_upper = type == GLP_UP || type == GLP_DB || type == GLP_FX;
    return (!has_lower || lower - value <= rounding * (1 + fabs(lower))) &&
           (!has_upper || value - upper <= rounding * (1 + fabs(upper)));
}

// Whether a dual of a minimisation has the sign that its place asks for; `cost` is what it is small beside.
static int has_right_sign(int status, double dual, double cost) {
    double most = rounding * (1 + fabs(cost));
    return (dual <= most || status == GLP_NL || status == GLP_NS) &&
           (dual >= -most || status == GLP_NU || status == GLP_NS);
}

// Whether rows and bounds hold and duals have their signs, judged from the solution alone, whatever the simplex method
// says. Columns at zero, nearly all, cost nothing: glp_check_kkt, which looks at them too, took a fifth of the time of
// short solves.
static int is_clean_optimum(glp_prob *prob) {
    int rows = glp_get_num_rows(prob), columns = glp_get_num_cols(prob);
    double sign = glp_get_obj_dir(prob) == GLP_MIN ? 1 : -1;
    int *places = glp_calloc(1 + rows, sizeof(int));
    double *values = glp_calloc(1 + rows, sizeof(double));
    double *residuals = glp_calloc(1 + rows, sizeof(double));  // by row: its value less what the columns put into it
    double *sizes = glp_calloc(1 + rows, sizeof(double));      // by row: the sum of the magnitudes of these
    int is_clean = 1;
    for (int i = 1; i <= rows && is_clean; i++) {
        double value = glp_get_row_prim(prob, i);
        is_clean = is_within(glp_get_row_type(prob, i), glp_get_row_lb(prob, i), glp_get_row_ub(prob, i), value) &&
                   has_right_sign(glp_get_row_stat(prob, i), sign * glp_get_row_dual(prob, i), 0);
        residuals[i] = value;
        sizes[i] = fabs(value);
    }
    for (int j = 1; j <= columns && is_clean; j++) {
        double value = glp_get_col_prim(prob, j);
        is_clean = is_within(glp_get_col_type(prob, j), glp_get_col_lb(prob, j), glp_get_col_ub(prob, j), value) &&
                   has_right_sign(glp_get_col_stat(prob, j), sign * glp_get_col_dual(prob, j),
                                  glp_get_obj_coef(prob, j));
        if (value == 0) continue;
        int length = glp_get_mat_col(prob, j, places, values);
        for (int k = 1; k <= length; k++) {
            residuals[places[k]] -= values[k] * value;
            sizes[places[k]] += fabs(values[k] * value);
        }
    }
    for (int i = 1; i <= rows && is_clean; i++) is_clean = fabs(residuals[i]) <= rounding * (1 + sizes[i]);
    glp_free(places);
    glp_free(values);
    glp_free(residuals);
    glp_free(sizes);
    return is_clean;
}

// Solves a relaxation and, if the arithmetic breaks down, tries again with ever safer settings.
static void solve_relaxation(glp_prob *prob, int is_fresh, const shim_relaxation_options *options,
                             const shim_watch *watch, shim_relaxation_result *result) {
    int first_iteration = glp_get_it_cnt(prob);
    memset(result, 0, sizeof *result);
    result->outcome = SHIM_RELAXATION_TROUBLE;
    for (int attempt = 0; attempt < 3; attempt++) {
        glp_smcp parameters;
        glp_init_smcp(&parameters);  // a zeroed structure would abort
        parameters.msg_lev = GLP_MSG_ON;
        parameters.out_frq = tick_milliseconds;
        // After new columns the primal method needs half the iterations of the dual (master programs of 300 rows), from
        // nothing the dual method half of the primal. Projected steepest edge and Harris' ratio test, the defaults,
        // beat Dantzig's pricing by far and the long-step test slightly.
        parameters.meth = options->primal_first ? GLP_PRIMAL : GLP_DUALP;
        result->remedies = attempt;
        if (attempt == 0 && !is_fresh) {
            complete_basis(prob);
        } else if (attempt < 2) {
            if (attempt > 0 || !is_well_scaled(prob)) glp_scale_prob(prob, GLP_SF_AUTO);
            glp_adv_basis(prob, 0);
        } else {
            glp_scale_prob(prob, GLP_SF_GM | GLP_SF_EQ | GLP_SF_2N);
            glp_std_basis(prob);
            parameters.meth = GLP_PRIMAL;
            parameters.tol_bnd = parameters.tol_dj = 1e-9;
            parameters.tol_piv = 1e-8;
        }
        int stopped;
        int code = run_simplex(prob, &parameters, options, watch, first_iteration, &stopped);
        result->code = code;
        if (code == GLP_EITLIM || code == GLP_ETMLIM) {
            result->outcome = stopped ? SHIM_RELAXATION_STOPPED : SHIM_RELAXATION_ITERATIONS;
            break;
        }
        if (code != 0) continue;
        int status = glp_get_status(prob);
        if (status == GLP_OPT) {
            if (!is_clean_optimum(prob)) continue;
            result->outcome = SHIM_RELAXATION_OPTIMAL;
            break;
        }
        if (status == GLP_NOFEAS) {
            result->outcome = SHIM_RELAXATION_INFEASIBLE;
            break;
        }
        if (status == GLP_UNBND) {
            result->outcome = SHIM_RELAXATION_UNBOUNDED;
            break;
        }
        if (glp_get_dual_stat(prob) == GLP_NOFEAS) {
            result->outcome = SHIM_RELAXATION_UNKNOWN;
            break;
        }
    }
    result->is_primal_feasible = glp_get_prim_stat(prob) == GLP_FEAS;
    result->is_dual_feasible = glp_get_dual_stat(prob) == GLP_FEAS;
    result->objective = glp_get_obj_val(prob);
    result->iterations = glp_get_it_cnt(prob) - first_iteration;
}

struct relaxation_arguments {
    shim_problem *problem;
    const shim_relaxation_options *options;
    const shim_watch *watch;
    shim_relaxation_result *result;
};

static int do_solve_relaxation(void *arguments) {
    struct relaxation_arguments *a = arguments;
    state.watch = a->watch;
    solve_relaxation(a->problem->prob, a->problem->is_fresh, a->options, a->watch, a->result);
    a->problem->is_fresh = 0;
    return SHIM_OK;
}

int shim_solve_relaxation(shim_problem *problem, const shim_relaxation_options *options, const shim_watch *watch,
                          shim_relaxation_result *result) {
    struct relaxation_arguments a = {problem, options, watch, result};
    return on_problem(problem, do_solve_relaxation, &a);
}

struct reading_arguments {
    shim_problem *problem;
    double *values, *row_duals, *reduced_costs;
    signed char *row_basis, *column_basis;
    const signed char *new_row_basis, *new_column_basis;
};

static int do_read_relaxation(void *arguments) {
    struct reading_arguments *a = arguments;
    glp_prob *prob = a->problem->prob;
    int rows = glp_get_num_rows(prob), columns = glp_get_num_cols(prob);
    for (int i = 0; i < rows; i++) a->row_duals[i] = glp_get_row_dual(prob, i + 1);
    for (int j = 0; j < columns; j++) {
        a->values[j] = glp_get_col_prim(prob, j + 1);
        a->reduced_costs[j] = glp_get_col_dual(prob, j + 1);
    }
    return SHIM_OK;
}

int shim_read_relaxation(shim_problem *problem, double *values, double *row_duals, double *reduced_costs) {
    struct reading_arguments a = {.problem = problem, .values = values, .row_duals = row_duals,
                                  .reduced_costs = reduced_costs};
    return on_problem(problem, do_read_relaxation, &a);
}

static int do_read_basis(void *arguments) {
    struct reading_arguments *a = arguments;
    glp_prob *prob = a->problem->prob;
    int rows = glp_get_num_rows(prob), columns = glp_get_num_cols(prob);
    for (int i = 0; i < rows; i++) a->row_basis[i] = (signed char)glp_get_row_stat(prob, i + 1);
    for (int j = 0; j < columns; j++) a->column_basis[j] = (signed char)glp_get_col_stat(prob, j + 1);
    return SHIM_OK;
}

int shim_read_basis(shim_problem *problem, signed char *rows, signed char *columns) {
    struct reading_arguments a = {.problem = problem, .row_basis = rows, .column_basis = columns};
    return on_problem(problem, do_read_basis, &a);
}

static int do_write_basis(void *arguments) {
    struct reading_arguments *a = arguments;
    glp_prob *prob = a->problem->prob;
    int rows = glp_get_num_rows(prob), columns = glp_get_num_cols(prob);
    for (int i = 0; i < rows; i++) glp_set_row_stat(prob, i + 1, a->new_row_basis[i]);
    for (int j = 0; j < columns; j++) glp_set_col_stat(prob, j + 1, a->new_column_basis[j]);
    a->problem->is_fresh = 0;
    return SHIM_OK;
}

int shim_write_basis(shim_problem *problem, const signed char *rows, const signed char *columns) {
    struct reading_arguments a = {.problem = problem, .new_row_basis = rows, .new_column_basis = columns};
    return on_problem(problem, do_write_basis, &a);
}

// --- Branch and bound

struct search {
    glp_prob *original;
    glp_prob *working;
    glp_prep *presolver;  // NULL without presolve
    glp_prob *presolved;  // the presolver's result, untouched by cuts; NULL without presolve
    const shim_integer_options *options;
    const shim_observer *observer;
    shim_integer_result *result;
    double *values;  // of the incumbent, in terms of the original columns
    double incumbent, failed;  // objective values: of the incumbent, and of the last one that could not be carried over
    int has_incumbent, has_failed, has_offered_start;
};

// Carries the incumbent over to the presolver's result, from which it can be translated back. Returns whether that
// worked.
//
// The translation aborts if the problem has grown in the meantime, and branch and bound adds cuts to its problem as it
// goes. So it works on a copy, and the presolver's result gets its solution by solving it with all integers fixed,
// which takes one short run of the simplex method and no branching.
static int complete_on_presolved(struct search *search) {
    glp_prob *prob = search->presolved;
    int columns = glp_get_num_cols(prob);
    for (int j = 1; j <= columns; j++) {
        if (glp_get_col_kind(prob, j) == GLP_CV) continue;
        double value = glp_mip_col_val(search->working, j);
        glp_set_col_bnds(prob, j, GLP_FX, value, value);
    }
    glp_smcp simplex;
    glp_init_smcp(&simplex);
    simplex.msg_lev = GLP_MSG_ON;
    simplex.out_frq = tick_milliseconds;
    simplex.meth = GLP_DUALP;
    if (glp_simplex(prob, &simplex) != 0) {
        glp_std_basis(prob);
        if (glp_simplex(prob, &simplex) != 0) return 0;
    }
    if (glp_get_status(prob) != GLP_OPT) return 0;
    glp_iocp integer;
    glp_init_iocp(&integer);
    integer.msg_lev = GLP_MSG_OFF;
    return glp_intopt(prob, &integer) == 0 && glp_mip_status(prob) == GLP_OPT;
}

// The values of the incumbent in terms of the original columns; NULL if there is no new one.
//
// GLPK's own announcement (GLP_IBINGO) leaves out what its heuristics find, so the objective value is compared at every
// call.
static const double *new_incumbent(struct search *search, int is_last_chance) {
    int status = glp_mip_status(search->working);
    if (status != GLP_FEAS && status != GLP_OPT) return NULL;
    double objective = glp_mip_obj_val(search->working);
    if (search->has_incumbent && objective >= search->incumbent) return NULL;
    if (search->has_failed && objective == search->failed && !is_last_chance) return NULL;
    glp_prob *source = search->working;
    if (search->presolver != NULL) {
        if (!complete_on_presolved(search)) {
            search->has_failed = 1;
            search->failed = objective;
            return NULL;
        }
        glp_npp_postprocess(search->presolver, search->presolved);
        glp_npp_obtain_sol(search->presolver, search->original);
        source = search->original;
    }
    search->has_incumbent = 1;
    search->incumbent = objective;
    int columns = glp_get_num_cols(search->original);
    for (int j = 0; j < columns; j++) search->values[j] = glp_mip_col_val(source, j + 1);
    return search->values;
}

static void on_tree(glp_tree *tree, void *info) {
    struct search *search = info;
    shim_integer_result *result = search->result;
    int reason = glp_ios_reason(tree);
    shim_tree_report report = {0};
    report.incumbent = new_incumbent(search, 0);
    report.is_before_node = reason == GLP_IPREPRO;
    if (reason == GLP_ISELECT || reason == GLP_IPREPRO || report.incumbent != NULL) {
        int best = glp_ios_best_node(tree);  // linear in the number of open nodes, so not at every call
        double bound = best != 0 ? glp_ios_node_bound(tree, best) : -INFINITY;
        if (isfinite(bound) && bound > -1e300 && (!result->has_bound || bound > result->bound)) {
            result->has_bound = 1;
            result->bound = bound;
        }
    }
    if (reason == GLP_IHEUR && search->options->start != NULL && !search->has_offered_start) {
        search->has_offered_start = 1;
        int columns = glp_get_num_cols(search->working);
        double *start = glp_calloc(1 + columns, sizeof(double));
        for (int j = 0; j < columns; j++) start[j + 1] = search->options->start[j];
        glp_ios_heur_sol(tree, start);
        glp_free(start);
    }
    result->iterations = glp_get_it_cnt(search->working);
    report.nodes = result->nodes;
    report.iterations = result->iterations;
    report.has_bound = result->has_bound;
    report.bound = result->bound;
    // Swift answers with a number, and C ends the search: nothing may jump across a Swift frame.
    if (search->observer->on_report(search->observer->watch.context, &report)
        || is_watch_stopping(&search->observer->watch)) {
        glp_ios_terminate(tree);
        return;
    }
    if (report.is_before_node) result->nodes++;
}

struct integer_arguments {
    shim_problem *problem;
    const shim_integer_options *options;
    const shim_observer *observer;
    shim_integer_result *result;
};

static void search_tree(struct search *search) {
    shim_integer_result *result = search->result;
    const shim_integer_options *options = search->options;
    glp_iocp parameters;
    glp_init_iocp(&parameters);
    parameters.msg_lev = GLP_MSG_ON;
    parameters.out_frq = tick_milliseconds;
    parameters.out_dly = 0;
    if (options->branching != 0) parameters.br_tech = options->branching;
    if (options->backtracking != 0) parameters.bt_tech = options->backtracking;
    // GLPK's cut generators abort on a problem without rows or columns, which is what presolve may leave.
    int cuts = glp_get_num_rows(search->working) > 0 && glp_get_num_cols(search->working) > 0 ? options->cuts : 0;
    parameters.gmi_cuts = cuts & 1 ? GLP_ON : GLP_OFF;
    parameters.mir_cuts = cuts & 2 ? GLP_ON : GLP_OFF;
    parameters.cov_cuts = cuts & 4 ? GLP_ON : GLP_OFF;
    parameters.clq_cuts = cuts & 8 ? GLP_ON : GLP_OFF;
    parameters.cb_func = on_tree;
    parameters.cb_info = search;
    result->was_searched = 1;
    result->code = glp_intopt(search->working, &parameters);
    int status = glp_mip_status(search->working);
    result->is_optimal = result->code == 0 && status == GLP_OPT;
    result->is_infeasible = status == GLP_NOFEAS;
    result->objective = glp_mip_obj_val(search->working);
    result->iterations = glp_get_it_cnt(search->working);
    shim_tree_report report = {0};
    report.incumbent = new_incumbent(search, 1);
    report.nodes = result->nodes;
    report.iterations = result->iterations;
    report.has_bound = result->has_bound;
    report.bound = result->bound;
    if (report.incumbent != NULL) search->observer->on_report(search->observer->watch.context, &report);
}

static int do_solve_integer(void *arguments) {
    struct integer_arguments *a = arguments;
    glp_prob *prob = a->problem->prob;
    shim_integer_result *result = a->result;
    memset(result, 0, sizeof *result);
    result->root.outcome = SHIM_RELAXATION_TROUBLE;
    state.watch = &a->observer->watch;
    struct search search = {.original = prob, .options = a->options, .observer = a->observer, .result = result};
    int is_fresh = a->problem->is_fresh;
    search.working = glp_create_prob();
    if (a->options->presolve) {
        // glp_intopt could presolve too, but then its root relaxation could not be interrupted, and the callback would
        // see incumbents only in terms of the transformed columns.
        search.presolver = glp_npp_alloc_wksp();
        search.presolved = glp_create_prob();
        glp_npp_load_prob(search.presolver, prob, GLP_MIP, GLP_OFF);
        int code = glp_npp_preprocess1(search.presolver, GLP_ON);
        if (code == 0) glp_npp_build_prob(search.presolver, search.presolved);
        else result->root.outcome = code == GLP_ENOPFS ? SHIM_RELAXATION_INFEASIBLE : SHIM_RELAXATION_UNKNOWN;
        result->root.code = code;
        is_fresh = 1;
    } else {
        glp_copy_prob(search.working, prob, GLP_OFF);
        glp_set_it_cnt(search.working, 0);
    }
    if (result->root.code == 0) {
        search.values = glp_calloc(1 + glp_get_num_cols(prob), sizeof(double));
        shim_relaxation_options options = {0, a->options->iteration_limit, -1};
        glp_prob *root = search.presolved != NULL ? search.presolved : search.working;
        solve_relaxation(root, is_fresh, &options, &a->observer->watch, &result->root);
        if (search.presolved != NULL) glp_copy_prob(search.working, search.presolved, GLP_OFF);
        result->iterations = result->root.iterations;
        if (result->root.outcome == SHIM_RELAXATION_OPTIMAL) {
            result->has_bound = 1;
            result->bound = result->root.objective;
            search_tree(&search);
        }
        glp_free(search.values);
    }
    glp_delete_prob(search.working);
    if (search.presolved != NULL) glp_delete_prob(search.presolved);
    if (search.presolver != NULL) glp_npp_free_wksp(search.presolver);
    return SHIM_OK;
}

int shim_solve_integer(shim_problem *problem, const shim_integer_options *options, const shim_observer *observer,
                       shim_integer_result *result) {
    struct integer_arguments a = {problem, options, observer, result};
    return on_problem(problem, do_solve_integer, &a);
}
