// The only door to GLPK.
//
// GLPK answers a bad argument with abort(), whatever its output settings. Every function here runs GLPK behind one
// barrier (error hook, setjmp, longjmp) that lies entirely in C: a jump across a Swift frame would be undefined. After
// a jump the environment of the thread is in an unknown state, so it is freed as a whole, and with it every problem of
// the thread: such problems answer SHIM_DEAD from then on, and the caller builds them anew.
//
// GLPK keeps one environment for each thread. A problem belongs to the thread that opened it; on any other thread it
// answers SHIM_DEAD. Several problems may be open on one thread, but no function may be called from within a callback
// (SHIM_NESTED).

#pragma once

#include <stddef.h>

// A problem object of GLPK together with the environment that it lives in.
typedef struct shim_problem shim_problem;

// What a function returns; positive numbers are GLPK's own codes (GLP_E...).
enum {
    SHIM_OK = 0,
    SHIM_ABORTED = -1,  // GLPK called abort(); shim_message() says why; all problems of the thread are dead
    SHIM_ESCAPED = -2,  // a watch asked to stop and GLPK did not listen; all problems of the thread are dead
    SHIM_NESTED = -3,   // called from within a callback
    SHIM_DEAD = -4,     // the problem's environment was freed, or belongs to another thread
    SHIM_MEMORY = -5    // no memory for the handle
};

// How a relaxation ended.
typedef enum {
    SHIM_RELAXATION_OPTIMAL,
    SHIM_RELAXATION_INFEASIBLE,
    SHIM_RELAXATION_UNBOUNDED,
    SHIM_RELAXATION_UNKNOWN,     // infeasible or unbounded
    SHIM_RELAXATION_ITERATIONS,  // the iteration limit was reached
    SHIM_RELAXATION_STOPPED,     // the watch asked to stop
    SHIM_RELAXATION_TROUBLE      // all remedies failed; code says how
} shim_outcome;

// Asked every now and then whether to stop: not 0 means yes. Must not call back into this library.
typedef struct {
    void *context;
    int (*should_stop)(void *context);
} shim_watch;

typedef struct {
    int primal_first;     // 1: primal simplex, fits after new columns; 0: dual simplex, fits after new rows or bounds
    int iteration_limit;  // at most this many iterations; negative for no limit
    int milliseconds;     // at most about this long; negative for no limit. A convenience: the watch is what counts
} shim_relaxation_options;

typedef struct {
    shim_outcome outcome;
    int code;            // what GLPK returned last
    int iterations;      // made by this call
    int is_primal_feasible, is_dual_feasible;
    double objective;    // of the basis reached
    int remedies;        // how many remedies against numerical trouble were needed
} shim_relaxation_result;

// What the search tree looks like at a moment of branch and bound.
typedef struct {
    int is_before_node;     // 1: the next node is about to be processed
    int nodes;              // nodes processed so far
    int iterations;         // simplex iterations so far
    int has_bound;
    double bound;           // proven lower bound so far
    const double *incumbent;  // values of a better solution, one for each column, or NULL if there is no new one
} shim_tree_report;

typedef struct {
    shim_watch watch;
    int (*on_report)(void *context, const shim_tree_report *report);  // not 0: stop. Same context as the watch
} shim_observer;

typedef struct {
    int presolve;         // 0 or 1; must be 0 with a start
    int iteration_limit;  // for the root relaxation; negative for no limit
    const double *start;  // one value for each column, or NULL
    int branching, backtracking;  // 0 for the default, else GLPK's GLP_BR_ and GLP_BT_ numbers
    int cuts;                     // bits: 1 Gomory, 2 mixed integer rounding, 4 cover, 8 clique
} shim_integer_options;

typedef struct {
    shim_relaxation_result root;
    int was_searched;    // 1: branch and bound was reached
    int code;            // what glp_intopt returned
    int is_optimal, is_infeasible;
    double objective;    // of the best solution, if there is one
    int nodes, iterations;
    int has_bound;
    double bound;
} shim_integer_result;

// The version of the GLPK library that is linked, such as "5.0".
const char *shim_version(void);

// What GLPK printed last on this thread before it aborted. Valid until the next call on this thread.
const char *shim_message(void);

// Opens an empty problem on this thread. Its environment lives until the last problem of the thread is closed.
int shim_open(shim_problem **problem);

// Closes a problem, dead or alive. Must be called on the thread that opened it.
void shim_close(shim_problem *problem);

// Whether the problem can still be used on this thread.
int shim_is_alive(const shim_problem *problem);

// Adds rows. The terms of row i are columns[starts[i]] ..< columns[starts[i + 1]], counted from 0.
int shim_add_rows(shim_problem *problem, int count, const double *lower, const double *upper, const int *starts,
                  const int *columns, const double *coefficients);

// Adds columns. The entries of column j are rows[starts[j]] ..< rows[starts[j + 1]], counted from 0.
int shim_add_columns(shim_problem *problem, int count, const double *lower, const double *upper, const double *cost,
                     const signed char *is_integer, const int *starts, const int *rows, const double *coefficients);

// The bounds may be infinite. Equal bounds make GLPK's fixed type, which it insists on.
int shim_set_column_bounds(shim_problem *problem, int column, double lower, double upper);
int shim_set_row_bounds(shim_problem *problem, int row, double lower, double upper);
int shim_set_cost(shim_problem *problem, int column, double cost);
int shim_set_constant(shim_problem *problem, double constant);

// Removes the columns named, each once, in any order.
int shim_remove_columns(shim_problem *problem, int count, const int *columns);

// Solves the relaxation from the last basis, in chunks between which the watch is asked.
int shim_solve_relaxation(shim_problem *problem, const shim_relaxation_options *options, const shim_watch *watch,
                          shim_relaxation_result *result);

// Copies out the last relaxation: values of columns, duals of rows, reduced costs of columns.
int shim_read_relaxation(shim_problem *problem, double *values, double *row_duals, double *reduced_costs);

// Copies the basis out and in: one of GLPK's GLP_BS ... GLP_NS for each row and column.
int shim_read_basis(shim_problem *problem, signed char *rows, signed char *columns);
int shim_write_basis(shim_problem *problem, const signed char *rows, const signed char *columns);

// Solves the integer program on a copy, so that the basis of the relaxation stays what it was. Better solutions are
// handed to the observer as they are found, in terms of the original columns, presolve or not.
int shim_solve_integer(shim_problem *problem, const shim_integer_options *options, const shim_observer *observer,
                       shim_integer_result *result);
